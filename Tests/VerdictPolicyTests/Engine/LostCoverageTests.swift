import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Lost coverage")
struct LostCoverageTests {
  /// The checks of a limit where a report has one file now and had two.
  static func status(
    _ paths: [String], before: [String], files: Int = 1, change: ChangeSet? = nil,
    repositoryFiles: [String]? = nil, code: String = "all"
  ) throws -> [CheckStatus] {
    let policy = try policy(
      rules: #"{ "metric": "coverage.lines", "of": "\#(code)", "min": "50%" }"#)
    return evaluate(
      input(
        policy, evidence: evidence(paths, files: files),
        baseline: Baseline(
          reference: BaselineReference(commit: nil, distance: nil, saved: "2026-01-01T00:00:00Z"),
          evidence: evidence(before, files: 2)), change: change, repositoryFiles: repositoryFiles)
    ).gates.flatMap(\.checks).map(\.status)
  }

  private static func evidence(_ paths: [String], files: Int) -> Evidence {
    let sources = (1...files).map { EvidenceSource(file: "\($0).info", format: "f", notices: []) }
    let lines = CoverageReport(
      files: paths.map {
        FileCoverage(path: $0, lines: LineTable(entries: [(1, 1)]), branches: .empty)
      })
    return Evidence(
      parts: [
        EvidencePart(
          id: "coverage", sources: sources, gaps: [], content: EvidenceContent(coverage: lines))
      ])
  }

  private static let gap = CheckStatus.undecided(
    .gap(
      report: "coverage",
      gaps: [.incomplete(reason: "has 1 file, the baseline 2: nothing is known of b.py")]))

  @Test("of code that is still there leaves the rule undecided")
  func lost() throws {
    #expect(try Self.status(["a.py"], before: ["a.py", "b.py"]) == [Self.gap])
    #expect(
      try Self.status(["a.py"], before: ["a.py", "b.py"], repositoryFiles: ["a.py", "b.py"])
        == [Self.gap])
  }

  @Test("of code that is gone is no loss")
  func gone() throws {
    for kind in [ChangedFile.Kind.deleted, .renamed] {
      let file = ChangedFile(
        path: kind == .deleted ? "b.py" : "c.py", oldPath: kind == .deleted ? nil : "b.py",
        kind: kind, added: .none, deleted: .none)
      #expect(
        try Self.status(
          ["a.py"], before: ["a.py", "b.py"], change: ChangeSet(origin: "o", files: [file]))
          == [.satisfied])
    }
    #expect(
      try Self.status(["a.py"], before: ["a.py", "b.py"], repositoryFiles: ["a.py"])
        == [.satisfied])
  }

  @Test("of code that a rule about the change does not look at is no loss", arguments: ["a", "b"])
  func change(touched: String) throws {
    let files = Set(["a.py", touched + ".py"]).map { path in
      ChangedFile(path: path, kind: .modified, added: LineRanges([1]), deleted: .none)
    }
    #expect(
      try Self.status(
        ["a.py"], before: ["a.py", "b.py"], change: ChangeSet(origin: "o", files: files),
        code: "new-code") == [touched == "a" ? .satisfied : Self.gap])
  }

  @Test("is none where reports were put together, or a file is not measured any more")
  func otherwiseKnown() throws {
    #expect(try Self.status(["a.py", "b.py"], before: ["a.py", "b.py"]) == [.satisfied])
    #expect(try Self.status(["a.py"], before: ["a.py", "b.py"], files: 2) == [.satisfied])
  }
}
