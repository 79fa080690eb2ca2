import TestSupport
import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Presets")
struct PresetsTests {
  private static let ids = Presets.all.map(\.id)

  @Test("have names of their own, and each file is one")
  func names() {
    #expect(Set(Self.ids).count == Self.ids.count)
    let files = TestFiles.files(below: "Sources/VerdictPolicy/Presets", suffix: ".json")
    #expect(
      files.map { "verdict:" + ($0.split(separator: "/").last?.dropLast(5) ?? "") }.sorted()
        == Self.ids.sorted())
  }

  /// A policy that has all the evidence a preset may ask for, and one rule of its own.
  private static func policy(extending preset: String) throws -> Policy {
    let text = """
      {
        "version": 1,
        "extends": "\(preset)",
        "reports": {
          "unit": { "format": "junit", "files": "unit.xml" },
          "coverage": { "format": "cobertura", "files": "coverage.xml" },
          "scan": { "format": "sarif", "files": "scan.sarif" }
        },
        "gates": { "own": { "rules": [
          { "metric": "tests.total", "min": 1 }, { "metric": "coverage.lines", "min": "1%" },
          { "metric": "findings", "max": 99 }
        ] } }
      }
      """
    return try PolicyReader(formats: testFormats).read(Array(text.utf8))
  }

  @Test("can be extended", arguments: ids)
  func readable(id: String) throws {
    let policy = try Self.policy(extending: id)
    #expect(policy.gates.contains { $0.id == "own" })
    #expect(policy.gates.count > 1 || policy.defaults != .standard)
  }

  @Test("a stricter one asks for everything that the recommended one asks for")
  func strictness() throws {
    let changes = policyChanges(
      from: try Self.policy(extending: "verdict:recommended"),
      to: try Self.policy(extending: "verdict:strict"))
    #expect(!changes.isEmpty)
    #expect(changes.allSatisfy { $0.effect == .tightened }, "\(changes)")
  }
}
