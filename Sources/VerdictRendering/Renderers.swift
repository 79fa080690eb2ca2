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
}
