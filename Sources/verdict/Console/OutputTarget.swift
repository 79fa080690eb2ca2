import ArgumentParser
import Files
import VerdictModel
import VerdictRendering

/// One `--output`: which renderer, and where to.
struct OutputTarget: ExpressibleByArgument {
  var renderer: Renderer
  /// `nil` for standard output.
  var path: String?

  /// Reads `FORMAT`, `FORMAT=PATH` or `FORMAT=-`.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let renderer = Renderers.all.first(where: { $0.id == parts[0] }) else { return nil }
    if parts.count == 2, parts[1].isEmpty { return nil }
    self.init(
      renderer: renderer, path: parts.count == 2 && parts[1] != "-" ? String(parts[1]) : nil)
  }

  init(renderer: Renderer, path: String?) {
    self.renderer = renderer
    self.path = path
  }

  static var allValueStrings: [String] { Renderers.all.map(\.id) }

  /// Refuses two outputs that would write over each other.
  static func validate(_ targets: [OutputTarget]) throws {
    let places = targets.map(\.path)
    for (index, place) in places.enumerated() where places[..<index].contains(place) {
      throw ValidationError(
        place.map { "two outputs go to '\($0)'" } ?? "two outputs go to standard output")
    }
  }
}

/// Writes a verdict in all the ways that were asked for.
struct Outputs {
  private let targets: [OutputTarget]

  /// Standard output shows the terminal's form unless another output claims it.
  init(_ targets: [OutputTarget]) {
    let claimed = targets.contains { $0.path == nil }
    self.targets =
      claimed ? targets : targets + [OutputTarget(renderer: Renderers.standard, path: nil)]
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
      StandardOutput.write(target.renderer.render(document, Terminal.renderOptions))
    }
  }
}
