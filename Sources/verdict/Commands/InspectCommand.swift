import ArgumentParser
import Memory
import VerdictModel
import VerdictRendering
import VerdictReports

/// `verdict inspect`.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Shows what is read in report files, without any policy.",
    discussion: """
      A directory is a Criterion tree.

      EXAMPLES
        verdict inspect coverage.xml lcov.info
        verdict inspect target/criterion --output json
        verdict inspect results.xml --format junit
        verdict inspect facts.json --format facts

      FORMATS
      \(helpList(ReportFormats.all.map { ($0.id, $0.title) }))
      """)

  @Argument(help: "Report files, or directories of Criterion.")
  var files: [String]

  @Option(
    help: ArgumentHelp("The format, instead of recognising it from the content.", valueName: "f"))
  var format: String?

  @Option(help: "How to print it.")
  var output: TextForm = .text

  func validate() throws {
    guard let format else { return }
    do {
      _ = try ReportFormats.named(format)
    } catch {
      throw ValidationError(error.description)
    }
  }

  func run() throws {
    let format = format.flatMap { try? ReportFormats.named($0) }
    var inspections: [Inspection] = []
    for (index, file) in files.enumerated() {
      switch ReportFile(path: file, format: format).read() {
      case .success(let report):
        inspections.append(Inspection(file: file, report: report))
        if index == files.indices.last { Memory.keepUntilExit(report) }
      case .failure(let error):
        inspections.append(Inspection(file: file, format: format?.id, error: error))
      }
    }
    let text =
      switch output {
      case .text: Inspection.text(inspections, options: Terminal.renderOptions)
      case .json: Inspection.json(inspections)
      }
    try orNoDecisionAtOnce { () throws(NoDecision) in try StandardOutput.write(text) }
    // The others are reported all the same; what could not be read must not pass for empty.
    if inspections.contains(where: \.isUnreadable) { throw ExitStatus.undecidable.exitCode }
  }
}
