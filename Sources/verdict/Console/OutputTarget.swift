import ArgumentParser
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

  /// Without `./` and doubled slashes, so that one file has one name.
  private static func normalized(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    return path.hasPrefix("/") ? "/" + parts : parts
  }

  static var allValueStrings: [String] { Renderers.all.map(\.id) }

  /// Refuses two outputs that would write over each other.
  static func validate(_ targets: [OutputTarget]) throws {
    let places = targets.map { $0.path.map(Self.normalized) }
    for (index, place) in places.enumerated() where places[..<index].contains(place) {
      throw ValidationError(
        place.map { "two outputs go to '\($0)'" } ?? "two outputs go to standard output")
    }
  }
}
