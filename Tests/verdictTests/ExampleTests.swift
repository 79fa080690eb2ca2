import Foundation
import TestSupport
import Testing
import VerdictModel

/// The bundled example shows everything that can become of something since the baseline: whoever
/// adds a class to one of the lists adds it to the example.
@Suite("The bundled example shows")
struct ExampleTests {
  /// As much of `verdict.json` as is asked about.
  private struct Shown: Decodable {
    struct Gate: Decodable {
      var checks: [Check]
    }

    struct Check: Decodable {
      var places: [Place]
      var reason: Reason?
      var change: Change?
      var waivers: [Waiver]?
    }

    struct Place: Decodable {
      var state: String?
    }

    struct Reason: Decodable {
      var kind: String
    }

    struct Change: Decodable {
      var answer: String
      var tier: String?
      var counterpart: Counterpart?
    }

    struct Counterpart: Decodable {
      var name: String
    }

    struct Waiver: Decodable {
      var text: String
    }

    struct Comparison: Decodable {
      var coverage: Coverage
      var tests: [String: [Entry]]
      var findings: Findings
    }

    struct Coverage: Decodable {
      var files: [File]
      var lines: [String: Int]
      var branches: [String: Int]
    }

    struct File: Decodable {
      var path: String
      var oldPath: String?
      var touched: Bool?
    }

    struct Findings: Decodable {
      var new, escalated, unsuppressed, newlySuppressed, moved, fixed, unknown: [Entry]
      var unchanged: [String: Int]
    }

    /// Something that changed, whatever is said of it.
    struct Entry: Decodable {}

    struct ChangedFiles: Decodable {
      var filesWithoutData: [String]
    }

    var gates: [Gate]
    var comparison: Comparison
    var change: ChangedFiles

    var checks: [Check] { gates.flatMap(\.checks) }
  }

  private static func shown() throws -> Shown {
    let text = try TestFiles.text("Fixtures/Examples/pull-request/expected/verdict.json")
    return try JSONDecoder().decode(Shown.self, from: Data(text.utf8))
  }

  @Test("every category of coverage", arguments: CoverageCategory.allCases)
  func category(category: CoverageCategory) throws {
    let coverage = try Self.shown().comparison.coverage
    #expect(coverage.lines[category.rawValue, default: 0] > 0, "lines")
    #expect(coverage.branches[category.rawValue, default: 0] > 0, "branches")
  }

  @Test("files that were renamed, not touched, and changed without being measured")
  func files() throws {
    let shown = try Self.shown()
    #expect(shown.comparison.coverage.files.contains { $0.oldPath != nil && $0.touched == true })
    #expect(shown.comparison.coverage.files.contains { $0.touched == false })
    #expect(!shown.change.filesWithoutData.isEmpty)
  }

  @Test("every state of findings", arguments: FindingState.allCases)
  func state(state: FindingState) throws {
    let findings = try Self.shown().comparison.findings
    let count =
      switch state {
      case .new: findings.new.count
      case .escalated: findings.escalated.count
      case .unsuppressed: findings.unsuppressed.count
      case .newlySuppressed: findings.newlySuppressed.count
      case .fixed: findings.fixed.count
      case .unknown: findings.unknown.count
      case .moved: findings.moved.count
      case .unchanged: findings.unchanged.values.reduce(0, +)
      }
    #expect(count > 0)
  }

  @Test(
    "why findings count as new that the baseline has", arguments: ["escalated", "unsuppressed"])
  func countsAsNew(state: String) throws {
    #expect(try Self.shown().checks.flatMap(\.places).contains { $0.state == state })
  }

  @Test("every change of tests", arguments: TestChangeKind.allCases)
  func test(kind: TestChangeKind) throws {
    #expect(try Self.shown().comparison.tests[kind.rawValue]?.isEmpty == false)
  }

  @Test("a test in quarantine, and one that fails for another reason")
  func quarantine() throws {
    let shown = try Self.shown()
    let words = shown.checks.flatMap { $0.waivers ?? [] }.map(\.text)
    #expect(words.contains { $0.contains("test_rate_of_today waived by team:payments until") })
    #expect(!words.contains { $0.contains("test_rate_of_last_week") })
  }

  @Test("every answer about benchmarks", arguments: BenchmarkChange.Answer.allCases)
  func answer(answer: BenchmarkChange.Answer) throws {
    #expect(try Self.shown().checks.contains { $0.change?.answer == answer.rawValue })
  }

  @Test("every kind of evidence about benchmarks", arguments: ["rounds", "history", "pair"])
  func tier(tier: String) throws {
    #expect(try Self.shown().checks.contains { $0.change?.tier == tier })
  }

  @Test("benchmarks that are left over, or copied", arguments: ["leftOver", "comparedWithItself"])
  func copies(kind: String) throws {
    #expect(try Self.shown().checks.contains { $0.reason?.kind == kind })
  }

  @Test("benchmarks that have another name now")
  func renamed() throws {
    let changes = try Self.shown().checks.compactMap(\.change)
    #expect(changes.contains { $0.answer == "new" && $0.counterpart != nil })
    #expect(changes.contains { $0.answer == "removed" && $0.counterpart != nil })
    #expect(changes.contains { $0.answer == "new" && $0.counterpart == nil })
    #expect(changes.contains { $0.answer == "removed" && $0.counterpart == nil })
  }
}
