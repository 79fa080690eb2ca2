/// An output format: its name and how to write it.
///
/// To add one, write `Renderers/X.swift` with a `static let x` in an extension of this type, and
/// add a line to `Renderers.all`.
package struct Renderer: Sendable {
  /// What users write after `--output`: lower-case ASCII.
  package var id: String
  /// The name for people.
  package var title: String
  /// Whether it names the reports that the verdict rests on with their SHA-256.
  package var namesReports = false
  /// Writes a document. Whatever its texts hold, the result is well formed and says nothing else.
  package var render: @Sendable (VerdictDocument, RenderOptions) -> String
}

/// What a renderer may know of where its text goes.
package struct RenderOptions: Hashable, Sendable {
  /// Columns to fit the text to; only terminals have any.
  package var width: Int
  /// Whether colour is wanted; only terminals have it.
  package var color: Bool

  package init(width: Int, color: Bool) {
    self.width = width
    self.color = color
  }
}
