import ArgumentParser
import Files
import VerdictBaseline
import VerdictModel
import VerdictPolicy

/// `verdict collect`.
struct CollectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: "Reads the reports that this job has, to be judged elsewhere.",
    discussion: """
      Run it at the end of each job, whatever came before, and hand the file on to
      the job that judges. That one comes to the verdict that the reports
      themselves would have led to. What this job does not have, another may.

      EXAMPLES
        verdict collect --output unit.json
        verdict collect --output out/linux.json --job unit-linux
        verdict check --evidence unit.json lint.json
      """)

  @Option(help: "The policy. Its directory is where report files are looked for.")
  var policy = "policy.json"

  @Option(
    help: ArgumentHelp(
      "Read by the policy that this revision has, such as the target branch.", valueName: "rev"))
  var policyFrom: String?

  @Option(help: ArgumentHelp("Where to write the evidence.", valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "What the policy calls the job; the file's name without .json by default.",
      valueName: "name"))
  var job: String?

  func validate() throws {
    if jobName.isEmpty { throw ValidationError("the job has no name, give one with --job") }
  }

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      let evidence = try await evidence()
      do {
        try OutputFile.write(try EvidenceFormat.write(evidence), to: output)
      } catch let error as BaselineError {
        throw NoDecision(output, error)
      } catch {
        throw NoDecision("cannot write output: \(error)")
      }
      let count = evidence.parts.reduce(0) { $0 + $1.reports.count }
      try StandardOutput.write(
        count == 0
          ? "job '\(jobName)' has no report that the policy declares, as \(output) says\n"
          : "collected \(count) \(count == 1 ? "report" : "reports") of job '\(jobName)' in "
            + "\(output)\n")
    }
  }

  private var jobName: String {
    if let job { return job }
    let name = output.split(separator: "/").last ?? ""
    return String(name.hasSuffix(".json") ? name.dropLast(".json".count) : name)
  }

  private func evidence() async throws(NoDecision) -> JobEvidence {
    let inputs = InputLedger(hashingReports: true)
    let invocation = Invocation(
      policy: policy, policyFrom: policyFrom.map { Revision($0) }, now: .current)
    let policy = try await JudgingPolicy(invocation, noting: inputs).policy
    let repository = await Repository(around: policyFrom == nil ? policy.directory : ".")
    var parts: [CollectedPart] = []
    for declaration in policy.policy.reports {
      let declared = DeclaredReports(declaration: declaration, policy: policy, inputs: inputs)
      let found = declared.find()
      parts.append(
        CollectedPart(
          id: declaration.id, terms: declared.terms, unmatched: found.unmatched,
          refusal: found.refusals.first?.reason,
          reports: await Self.read(found.reports, isRedacted: declaration.isRedacted)))
    }
    return JobEvidence(job: jobName, commit: try await repository.headCommit(), parts: parts)
  }

  private static func read(
    _ reports: [FoundReports.Report], isRedacted: Bool
  ) async -> [CollectedReport] {
    await withTaskGroup(of: CollectedReport.self) { group in
      for report in reports {
        group.addTask { isRedacted ? report.read().withholdingText : report.read() }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }
}
