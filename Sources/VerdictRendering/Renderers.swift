import VerdictModel

/// The registry: every output that `verdict` writes.
package enum Renderers {
  /// In the order of help and tables.
  package static let all: [Renderer] = [
    .terminal,
    .markdown,
    .json,
  ]

  /// What is printed where nobody asks for anything else.
  package static let standard: Renderer = .terminal

  /// The renderer registered under a name.
  package static func named(_ id: String) throws(UnknownRenderer) -> Renderer {
    if let renderer = all.first(where: { $0.id == id }) { return renderer }
    throw UnknownRenderer(id: id, suggestion: nearest(to: id, among: all.map(\.id)))
  }
}

/// That no renderer has the name that somebody wrote.
package struct UnknownRenderer: Error, Hashable, Sendable {
  /// What was written.
  package var id: String
  /// The registered name that was probably meant.
  package var suggestion: String?
}

extension UnknownRenderer: CustomStringConvertible {
  /// One lower-case sentence fragment: what was found, what was expected.
  package var description: String {
    "unknown output '\(id)', "
      + (suggestion.map { "did you mean '\($0)'?" }
        ?? "expected one of \(Renderers.all.map(\.id).joined(separator: ", "))")
  }
}
