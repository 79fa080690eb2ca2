import Subprocess
import TestSupport
import Testing

/// Baselines as notes on commits, by the program as people run it.
@Suite("Baselines in git")
struct GitStoreTests {
  // MARK: - A repository with a report

  private static let policy = """
    { "version": 1,
      "reports": { "unit": { "files": "unit.xml" }, "lint": { "files": "lint.sarif" } },
      "gates": { "tests": { "rules": [
        { "metric": "tests.failed", "max": 0 },
        { "metric": "tests.total", "maxDrop": "0 tests" },
        { "metric": "findings", "where": { "state": "new" }, "max": 0 }] } },
      "baseline": { "store": "git:refs/notes/verdict" } }
    """

  private static func tests(_ count: Int, failed: Bool = false) -> String {
    let cases = (0..<count).map { "<testcase classname=\"C\" name=\"t\($0)\"/>" }.joined()
    let failure = failed ? "<testcase classname=\"C\" name=\"f\"><failure/></testcase>" : ""
    return "<testsuite name=\"s\">\(cases)\(failure)</testsuite>"
  }

  private static func finding(line: Int) -> String {
    """
    {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "lint"}}, "results": [
      {"ruleId": "R1", "level": "error", "message": {"text": "m"}, "locations": [
        {"physicalLocation": {"artifactLocation": {"uri": "a.c"},
          "region": {"startLine": \(line)}}}]}]}]}
    """
  }

  /// A repository with the policy, whose reports git ignores.
  private static func repository() async throws -> TestRepository {
    let repository = try await TestRepository()
    try repository.write(policy, to: "policy.json")
    try repository.write("*.xml\n*.sarif\n", to: ".gitignore")
    try repository.write("1\n2\n3\n4\n", to: "a.c")
    try await repository.commit("first")
    try repository.write(tests(2), to: "unit.xml")
    try repository.write(finding(line: 3), to: "lint.sarif")
    return repository
  }

  /// Commits, and leaves reports that are no older.
  private static func commit(_ repository: TestRepository, _ message: String) async throws {
    try await repository.commit(message)
    for report in ["unit.xml", "lint.sarif"] {
      guard let text = try? TestFiles.text("\(repository.path)/\(report)") else { continue }
      try repository.write(text, to: report)
    }
  }

  private static func run(
    _ arguments: String..., in directory: String
  ) async throws
    -> Program.Result
  {
    try await Program.run(arguments, in: directory)
  }

  /// Saves what is there, as of a time of day.
  @discardableResult
  private static func save(
    _ repository: TestRepository, _ arguments: String..., at time: String = "12:00:00"
  ) async throws -> Program.Result {
    // Reports are as old as their files, and commits as young as they are.
    try await Program.run(
      ["baseline", "save", "--now", "2036-01-01T\(time)Z"] + arguments, in: repository.path)
  }

  // MARK: - Which entry counts

  @Test("the nearest ancestor with an entry counts, and commit, distance and age are told")
  func nearest() async throws {
    let repository = try await Self.repository()
    #expect(
      try await Self.save(repository).output
        == "saved the evidence of 2 reports in refs/notes/verdict\n")
    let first = try await repository.git("rev-parse", "HEAD")
    try await Self.commit(repository, "second")
    try await Self.commit(repository, "third")
    try repository.write(Self.tests(1), to: "unit.xml")
    let check = try await Self.run("check", "--now", "2036-01-03T12:00:00Z", in: repository.path)
    #expect(check.status == 1)
    #expect(
      check.output.contains("baseline \(first.prefix(8)) (2 commits back, 2 d old)"),
      "\(check.output)")
    #expect(check.output.contains("2 → 1 test"), "\(check.output)")
    // An entry nearer by takes its place.
    #expect(try await Self.save(repository, "--force", "fewer tests", at: "13:00:00").status == 0)
    let again = try await Self.run("check", "--now", "2036-01-03T12:00:00Z", in: repository.path)
    #expect(again.output.contains("(this commit, 1 d old)"), "\(again.output)")
    #expect(again.status == 0)
  }

  @Test("the change begins at the merge base, whatever was saved since")
  func mergeBase() async throws {
    let repository = try await Self.repository()
    try await Self.save(repository)
    let base = try await repository.git("rev-parse", "HEAD")
    try await repository.git("switch", "--quiet", "--create", "topic")
    try await Self.commit(repository, "on the topic")
    try repository.write(Self.tests(1), to: "unit.xml")
    try await Self.save(repository, "--force", "as an experiment", at: "13:00:00")
    let check = try await Self.run("check", "--base", "main", in: repository.path)
    #expect(check.output.contains("baseline \(base.prefix(8)) (1 commit back"), "\(check.output)")
    #expect(check.status == 1)
  }

  @Test("findings are looked for where their lines are since")
  func shifted() async throws {
    let repository = try await Self.repository()
    try await Self.save(repository)
    try repository.write("0\n0\n0\n1\n2\n3\n4\n", to: "a.c")
    try await Self.commit(repository, "three lines above")
    try repository.write(Self.finding(line: 9), to: "lint.sarif")
    try await repository.git("mv", "a.c", "b.c")
    try await Self.commit(repository, "another name")
    try repository.write(
      Self.finding(line: 6).replacing("a.c", with: "b.c"), to: "lint.sarif")
    let check = try await Self.run("check", "--output", "json", in: repository.path)
    #expect(check.status == 0, "\(check.output)")
  }

  // MARK: - What is not recorded

  @Test("a run that blocks or has gaps is recorded with a reason only")
  func forced() async throws {
    let repository = try await Self.repository()
    try repository.write(Self.tests(1, failed: true), to: "unit.xml")
    let blocked = try await Self.save(repository)
    #expect(blocked.status == 1)
    #expect(
      blocked.diagnostics
        == "verdict: nothing is saved: BLOCK, 1 check blocks, 2 warn (undecided) ('verdict check' says more, "
        + "--force REASON saves it)\n")
    #expect(try await Self.save(repository, "--force", " ").status == 64)
    #expect(try await Self.save(repository, "--force", "known to fail").status == 0)
    try TestFiles.remove(repository.path + "/lint.sarif")
    try await Self.commit(repository, "second")
    let gap = try await Self.save(repository)
    #expect(gap.status == 2)
    #expect(
      gap.diagnostics
        == "verdict: nothing is saved: reports/lint is missing: no file matches lint.sarif\n")
    #expect(try await Self.save(repository, "--force", "no lint today", at: "13:00:00").status == 0)
    let list = try await Self.run("baseline", "list", in: repository.path)
    let lines = list.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasSuffix("forced: known to fail") == true, "\(list.output)")
    #expect(lines.last?.hasSuffix("forced: no lint today (incomplete)") == true, "\(list.output)")
    // What is incomplete is nothing to be measured by.
    let show = try await Self.run("baseline", "show", in: repository.path)
    #expect(show.output.contains("forced      known to fail"), "\(show.output)")
  }

  // MARK: - What is not there

  @Test("without an entry the verdict says what may be the matter")
  func nothing() async throws {
    let repository = try await Self.repository()
    let check = try await Self.run("check", in: repository.path)
    #expect(check.output.contains("no baseline"))
    #expect(check.output.contains("'verdict baseline pull' fetches"), "\(check.output)")
    let show = try await Self.run("baseline", "show", in: repository.path)
    #expect(show.status == 2)
    let push = try await Self.run("baseline", "push", in: repository.path)
    #expect(push.status == 2)
    #expect(
      push.diagnostics
        == "verdict: refs/notes/verdict: cannot be written: nothing is under refs/notes/verdict, "
        + "save a baseline first\n")
  }

  @Test("a shallow clone that cannot see far enough says what to fetch")
  func shallow() async throws {
    let repository = try await Self.repository()
    try await Self.save(repository)
    try await Self.commit(repository, "second")
    try await Self.commit(repository, "third")
    let clone = try await TestRepository(shallowCloneOf: repository, depth: 1)
    try clone.write(Self.tests(2), to: "unit.xml")
    try clone.write(Self.finding(line: 3), to: "lint.sarif")
    let pull = try await Self.run("baseline", "pull", in: clone.path)
    #expect(pull.output == "pulled refs/notes/verdict from origin\n", "\(pull.diagnostics)")
    let check = try await Self.run("check", in: clone.path)
    #expect(check.status == 2)
    #expect(
      check.diagnostics
        == "verdict: refs/notes/verdict: none of the 1 commits of this shallow clone has an entry: "
        + "fetch more of the history with 'git fetch --unshallow' or a larger '--depth'\n")
    try await clone.git("fetch", "--quiet", "--depth", "3", "origin", "main")
    #expect(try await Self.run("check", in: clone.path).status == 0)
  }

  @Test("outside of a repository, or with a ref that is none for notes, nothing is kept")
  func elsewhere() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.policy, to: "policy.json")
    try directory.write(Self.tests(1), to: "unit.xml")
    try directory.write(Self.finding(line: 1), to: "lint.sarif")
    let check = try await Self.run("check", in: directory.path)
    #expect(
      check.diagnostics == "verdict: refs/notes/verdict: this is no git repository\n")
    let repository = try await Self.repository()
    try repository.write(
      Self.policy.replacing("refs/notes/verdict", with: "refs/heads/main"), to: "policy.json")
    let save = try await Self.save(repository)
    #expect(save.status == 2)
    #expect(
      save.diagnostics
        == "verdict: refs/heads/main: cannot be written: 'refs/heads/main' is no ref for notes, "
        + "expected 'refs/notes/verdict'\n")
  }

  // MARK: - Sharing

  @Test("pruning keeps the entries that were saved last")
  func prune() async throws {
    let repository = try await Self.repository()
    for hour in 10...13 {
      try await Self.commit(repository, "at \(hour)")
      try await Self.save(repository, at: "\(hour):00:00")
    }
    let prune = try await Self.run("baseline", "prune", "--keep", "2", in: repository.path)
    #expect(prune.output == "removed the entries of 2 commits in refs/notes/verdict\n")
    let list = try await Self.run("baseline", "list", in: repository.path)
    let times = list.output.split(separator: "\n").compactMap { $0.firstMatch(of: /T(\d+):/)?.1 }
    #expect(times == ["12", "13"], "\(list.output)")
    #expect(
      try await Self.run("baseline", "push", "-x", in: repository.path).status == 64)
  }

  @Test("two jobs that push at the same time lose nothing")
  func race() async throws {
    let origin = try await Self.repository()
    let bare = try TemporaryDirectory()
    try await origin.git("clone", "--quiet", "--bare", origin.path, bare.path + "/r.git")
    var clones: [TestRepository] = []
    for _ in 0..<2 {
      let clone = try await TestRepository()
      try await clone.git("fetch", "--quiet", bare.path + "/r.git", "main")
      try await clone.git("remote", "add", "origin", bare.path + "/r.git")
      try await clone.git("reset", "--quiet", "--hard", "FETCH_HEAD")
      try clone.write(Self.tests(2), to: "unit.xml")
      try clone.write(Self.finding(line: 3), to: "lint.sarif")
      clones.append(clone)
    }
    let rounds = 4
    for round in 0..<rounds {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (number, clone) in clones.enumerated() {
          group.addTask {
            // On one commit and on two of their own by turns.
            if round.isMultiple(of: 2) {
              try await Self.commit(clone, "round \(round) of \(number)")
            }
            let save = try await Self.save(clone, at: "12:0\(round):0\(number)")
            #expect(save.status == 0, "\(save.diagnostics)")
            let push = try await Self.run("baseline", "push", in: clone.path)
            #expect(push.status == 0, "\(push.diagnostics)")
          }
        }
        try await group.waitForAll()
      }
    }
    let pull = try await Self.run("baseline", "pull", bare.path + "/r.git", in: origin.path)
    #expect(pull.status == 0)
    let list = try await Self.run("baseline", "list", in: origin.path)
    #expect(list.output.split(separator: "\n").count == 2 * rounds, "\(list.output)")
    let refs = try await clones[0].git("for-each-ref", "--format=%(refname)", "refs/notes")
    #expect(refs == "refs/notes/verdict")
  }

  @Test("a remote repository that refuses is quoted")
  func refusal() async throws {
    let origin = try await Self.repository()
    try await Self.save(origin)
    let bare = try TemporaryDirectory()
    try await origin.git("init", "--quiet", "--bare", bare.path + "/r.git")
    try await origin.git("remote", "add", "origin", bare.path + "/r.git")
    let hook = try bare.write("#!/bin/sh\nexit 1\n", to: "r.git/hooks/pre-receive")
    _ = try await Program.run(executable: .name("chmod"), ["+x", hook], in: bare.path)
    let push = try await Self.run("baseline", "push", in: origin.path)
    #expect(push.status == 2)
    #expect(push.diagnostics.contains("pre-receive hook declined"), "\(push.diagnostics)")
  }
}
