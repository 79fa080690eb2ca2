import Files
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

  /// Files first, so that a full disk is told before anything is shown.
  func write(_ document: VerdictDocument) throws(NoDecision) {
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
