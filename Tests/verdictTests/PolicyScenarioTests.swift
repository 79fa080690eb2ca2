import Foundation
import TestSupport
import Testing
import VerdictModel
import VerdictReports

@testable import VerdictPolicy

/// The policies of real pipeline documents: every gate passes, warns and blocks as the table in
/// `Fixtures/Policies/README.md` says, and nothing else does.
@Suite("Policies of pipeline documents")
struct PolicyScenarioTests {
  static let folder = "Fixtures/Policies"
  static let products = TestFiles.entries(folder).filter { $0 != "README.md" }
  static let scenarios = products.flatMap { product in
    TestFiles.entries("\(folder)/\(product)/scenarios").map { "\(product)/scenarios/\($0)" }
  }

  @Test("are in the table rule by rule", arguments: products)
  func rules(product: String) throws {
    let rows = try Self.table.rows.filter { $0.product == product }
    let rules = try Self.rules(of: product)
    #expect(rows.map(\.rule) == rules.map(\.text))
    #expect(rows.map(\.gate) == rules.map(\.gate))
    #expect(rows.allSatisfy { $0.scenarios[.pass] != [] }, "a rule that never holds")
    #expect(
      rows.allSatisfy { $0.scenarios[.warn] != [] || $0.scenarios[.block] != [] },
      "a rule that always holds")
  }

  @Test("are shown by the scenarios of the table, and by no others")
  func names() throws {
    let named = try Self.table.rows.flatMap { row in
      row.scenarios.values.joined().map { "\(row.product)/scenarios/\($0)" }
    }
    #expect(Set(named).sorted() == Self.scenarios.sorted())
  }

  @Test("come to what the table says", arguments: scenarios)
  func scenario(path: String) async throws {
    let parts = path.split(separator: "/").map(String.init)
    let result = try await Scenario(
      folder: "\(Self.folder)/\(path)", base: "\(Self.folder)/\(parts[0])"
    ).run()
    try expect(
      result.terminal + result.stderr, matches: "\(Self.folder)/\(path)/expected/terminal.txt")

    let verdict = try JSONDecoder().decode(Answer.self, from: Data(result.verdict.utf8))
    let expected = try Self.expectations(product: parts[0], scenario: parts[2])
    #expect(verdict.outcome == expected.map(\.outcome).max()?.name)
    #expect(result.status == (verdict.outcome == Outcome.block.name ? 1 : 0))
    for gate in verdict.gates {
      let inGate = expected.filter { $0.gate == gate.id }
      #expect(gate.outcome == inGate.map(\.outcome).max() ?? .pass, "\(gate.id)")
      for (line, checks) in Dictionary(grouping: gate.checks, by: \.rule.line) {
        #expect(
          checks.map(\.outcome).max() == inGate.first { $0.line == line }?.outcome ?? .pass,
          "\(gate.id), the rule in line \(line)")
      }
    }
    // A rule that is not asked at the scenario's stage shows nothing.
    let asked = verdict.gates.flatMap { gate in gate.checks.map { "\(gate.id) \($0.rule.line)" } }
    #expect(Set(expected.map { "\($0.gate) \($0.line)" }).isSubset(of: asked))
  }

  // MARK: - What is expected

  private static var table: PolicyTable {
    get throws { try PolicyTable(TestFiles.text("\(folder)/README.md")) }
  }

  /// What one rule comes to in one scenario.
  private struct Expectation {
    var gate: String
    /// Where the rule stands in the policy file, 1-based.
    var line: Int
    var outcome: Outcome
  }

  private static func expectations(product: String, scenario: String) throws -> [Expectation] {
    let rules = try rules(of: product)
    return try table.rows.filter { $0.product == product }.flatMap { row in
      try row.scenarios.filter { $0.value.contains(scenario) }.map { outcome, _ in
        let rule = try #require(rules.first { $0.text == row.rule })
        return Expectation(gate: row.gate, line: rule.line, outcome: outcome)
      }
    }
  }

  /// The rules of a policy that has one a line, in its order.
  private static func rules(of product: String) throws -> [(gate: String, line: Int, text: String)]
  {
    let text = try TestFiles.text("\(folder)/\(product)/policy.json")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let formats = Dictionary(
      uniqueKeysWithValues: ReportFormats.all.map { ($0.id, $0.evidence) })
    return try PolicyReader(formats: formats).read(Array(text.utf8)).gates.flatMap { gate in
      try gate.rules.map { rule in
        let line = lines[rule.position.line - 1].drop { $0 == " " }
        let end = try #require(line.lastIndex(of: "}"))
        return (gate.id, rule.position.line, String(line[...end]))
      }
    }
  }

  // MARK: - What comes out

  private struct Answer: Decodable {
    struct Gate: Decodable {
      var id: String
      var action: String
      var checks: [Check]
      var outcome: Outcome { Outcome(action: action) }
    }
    struct Check: Decodable {
      struct Position: Decodable {
        var line: Int
      }
      var action: String
      var rule: Position
      var outcome: Outcome { Outcome(action: action) }
    }
    var outcome: String
    var gates: [Gate]
  }
}

extension Outcome {
  /// What an action comes to, by its name in JSON.
  fileprivate init(action: String) {
    self = Action.allCases.first { $0.name == action }.map(Outcome.init) ?? .block
  }
}
