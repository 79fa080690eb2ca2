import Files
import VerdictModel
import VerdictRendering

/// Writes a verdict in all the ways that were asked for.
struct Outputs {
  private let targets: [OutputTarget]

  /// Standard output shows the terminal's form unless another output claims it.
  init(_ targets: [OutputTarget]) {
    let claimed = targets.contains { $0.path == nil }
    self.targets =
      claimed ? targets : targets + [OutputTarget(renderer: Renderers.standard, path: nil)]
  }

  /// The files that are written, be it by a shell that redirects standard output.
  var files: [String] {
    targets.compactMap(\.path) + [ProcessStream.standardOutput.file].compactMap(\.self)
  }

  /// Whether one of them names the reports with their SHA-256.
  var nameReports: Bool { targets.contains { $0.renderer.namesReports } }

  /// Refuses outputs that would take the place of what the verdict rests on.
  private func checkTargets(_ document: VerdictDocument) throws(NoDecision) {
    let inputs = Set(document.verdict.provenance?.inputs.map(\.path) ?? [])
    for path in targets.compactMap(\.path) where inputs.contains(WorkingDirectory.shown(path)) {
      throw NoDecision("--output: '\(path)' is a file that the verdict rests on", status: .usage)
    }
  }

  /// Files first, so that a full disk is told before anything is shown.
  func write(_ document: VerdictDocument) throws(NoDecision) {
    try checkTargets(document)
    for target in targets {
      guard let path = target.path else { continue }
      let text = target.renderer.render(
        document, RenderOptions(width: Terminal.defaultWidth, color: false))
      do {
        try OutputFile.write(Array(text.utf8), to: path)
      } catch {
        throw NoDecision("cannot write output: \(error)")
      }
    }
    for target in targets where target.path == nil {
      try StandardOutput.write(target.renderer.render(document, Terminal.renderOptions))
    }
  }
}
