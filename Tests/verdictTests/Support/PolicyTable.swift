import TestSupport
import Testing
import VerdictModel

/// The tables of `Fixtures/Policies/README.md`: one rule of a policy a row, with what it answers to.
struct PolicyTable {
  static let columns =
    ["section, lines", "the document asks", "gate", "rule"] + Outcome.allCases.map(\.name)

  struct Row: Sendable {
    /// The policy's directory.
    var product: String
    var gate: String
    /// As it stands in the policy, in one line.
    var rule: String
    /// Names of scenarios by what the rule comes to in them.
    var scenarios: [Outcome: [String]]
  }

  private(set) var rows: [Row] = []

  init(_ markdown: String) throws {
    var product = ""
    for line in markdown.split(separator: "\n") {
      if line.hasPrefix("## ") { product = String(line.dropFirst(3)) }
      guard line.hasPrefix("| ") else { continue }
      let cells = line.dropFirst(2).dropLast(2).split(separator: " | ").map(String.init)
      try #require(cells.count == Self.columns.count, "a row of \(product): \(line)")
      if cells == Self.columns { continue }
      rows.append(
        Row(
          product: product, gate: Self.code(cells[2]).joined(),
          rule: Self.code(cells[3]).joined(),
          scenarios: Dictionary(
            uniqueKeysWithValues: zip(Outcome.allCases, cells.suffix(3).map(Self.code)))))
    }
  }

  /// What stands between backticks.
  private static func code(_ cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
