import TestSupport
import Testing

/// Drop rules in repositories whose baseline is of an older commit than the change.
@Suite("Drop rules and git")
struct CoverageDropTests {
  private static let policy = """
    { "version": 1,
      "reports": { "coverage": { "format": "lcov", "files": "a.info" } },
      "gates": { "g": { "rules": [{ "metric": "coverage.lines", "maxDrop": "0pp" }] } },
      "baseline": { "store": "git:refs/notes/verdict" } }
    """

  private static func tracefile(_ file: String, _ hits: [Int]) -> String {
    "SF:\(file)\n" + hits.enumerated().map { "DA:\($0 + 1),\($1)\n" }.joined()
      + "end_of_record\n"
  }

  private static func source(_ lines: some Sequence<Int>) -> String {
    lines.map { "statement_\($0)()\n" }.joined()
  }

  /// A repository with an entry for its first commit. The second commit renames the file.
  private static func repository() async throws -> TestRepository {
    let repository = try await TestRepository()
    try repository.write(policy, to: "policy.json")
    try repository.write("a.info\n", to: ".gitignore")
    try repository.write(source(1...8), to: "src/old.py")
    try await repository.commit("one")
    try repository.write(tracefile("src/old.py", [1, 1, 1, 1, 1, 1, 0, 0]), to: "a.info")
    let save = try await Program.run(["baseline", "save"], in: repository.path)
    #expect(save.status == 0, "\(save.diagnostics)")
    try await repository.git("mv", "src/old.py", "src/new.py")
    try await repository.commit("two")
    return repository
  }

  private static func check(
    _ repository: TestRepository, _ arguments: String...
  ) async throws
    -> (status: Int, output: String)
  {
    let result = try await Program.run(["check"] + arguments, in: repository.path)
    let words = (result.output + result.diagnostics).split(whereSeparator: \.isWhitespace)
    return (result.status, words.joined(separator: " "))
  }

  @Test("only covered code was deleted since the baseline, in this change or before it")
  func deleted() async throws {
    let repository = try await Self.repository()
    try repository.write(Self.source(3...8), to: "src/new.py")
    try repository.write(Self.tracefile("src/new.py", [1, 1, 1, 1, 0, 0]), to: "a.info")
    for arguments in [[], ["--base", "main"]] {
      let result = try await Program.run(["check"] + arguments, in: repository.path)
      #expect(result.status == 0, "\(result.output)\(result.diagnostics)")
      #expect(result.output.contains("only covered code was deleted (2 lines)"))
    }
    try await repository.git("checkout", "-q", "-b", "feature")
    try await repository.git("mv", "src/new.py", "src/newer.py")
    try repository.write(Self.tracefile("src/newer.py", [1, 1, 1, 1, 0, 0]), to: "a.info")
    try await repository.commit("three")
    let moved = try await Self.check(repository, "--base", "main")
    #expect(moved.status == 0 && moved.output.contains("was deleted (2 lines)"), "\(moved.output)")
  }

  @Test("a line lost its coverage since the baseline")
  func lost() async throws {
    let repository = try await Self.repository()
    try repository.write(Self.source(3...8), to: "src/new.py")
    try repository.write(Self.tracefile("src/new.py", [1, 1, 1, 0, 0, 0]), to: "a.info")
    let result = try await Self.check(repository, "--base", "main")
    #expect(result.status == 1, "\(result.output)")
    #expect(!result.output.contains("is not known"))
  }

  @Test("a clone without the baseline's commit says that it does not know")
  func shallow() async throws {
    let origin = try await Self.repository()
    try origin.write(Self.source(3...8), to: "src/new.py")
    try await origin.commit("three")
    let clone = try await TestRepository(shallowCloneOf: origin, depth: 1)
    try await clone.git("fetch", "-q", "origin", "refs/notes/verdict:refs/notes/verdict")
    let entry = try await origin.git("notes", "--ref", "verdict", "show", "main~2")
    try clone.write(entry, to: "b.json")
    try clone.write(Self.tracefile("src/old.py", [1, 1, 1, 1, 0, 0]), to: "a.info")
    let result = try await Self.check(clone, "--baseline", "b.json")
    #expect(result.status == 1, "\(result.output)")
    #expect(result.output.contains("what was deleted since the baseline is not known"))
  }
}
