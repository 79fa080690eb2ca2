package import VerdictModel

/// The texts of `verdict compare`: what two runs differ in, whatever any policy asks.
package struct ComparedRuns: Sendable {
  /// What the sides are called.
  let old: String
  let new: String
  /// The kinds that only one side has, in their order.
  let onlyOld: [EvidenceKind]
  let onlyNew: [EvidenceKind]
  let comparison: Comparison

  package init(
    old: String, new: String, onlyOld: [EvidenceKind], onlyNew: [EvidenceKind],
    comparison: Comparison
  ) {
    self.old = old
    self.new = new
    self.onlyOld = onlyOld
    self.onlyNew = onlyNew
    self.comparison = comparison
  }

  /// How many things of one sort are told one by one.
  private static let shownChanges = 20

  /// For people.
  package func text(_ options: RenderOptions) -> String {
    var page = TerminalPage(options)
    page.paragraph("\(old) → \(new)", style: .bold)
    let sections = ComparisonSection.sections(comparison, withNoise: true)
    page.changes(sections, atMost: Self.shownChanges)
    if sections.isEmpty { page.paragraph("nothing differs", indent: 2) }
    for (name, kinds) in [(old, onlyOld), (new, onlyNew)] where !kinds.isEmpty {
      page.paragraph(
        "only \(name) has \(kinds.map(\.rawValue).joined(separator: " and "))", indent: 2)
    }
    return page.text
  }

  /// For machines.
  package var json: String { JSONText.text(JSONComparedRuns(self)) }
}

/// What `verdict compare --output json` prints.
private struct JSONComparedRuns: Encodable {
  let schema = "verdict-compare/1"
  let old: String
  let new: String
  /// Kinds of evidence that only one side has.
  let onlyOld: [String]
  let onlyNew: [String]
  let comparison: JSONComparison

  init(_ runs: ComparedRuns) {
    old = runs.old
    new = runs.new
    onlyOld = runs.onlyOld.map(\.rawValue)
    onlyNew = runs.onlyNew.map(\.rawValue)
    comparison = JSONComparison(runs.comparison)
  }
}
