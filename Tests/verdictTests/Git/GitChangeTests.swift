import TestSupport
import Testing
import VerdictModel

@testable import verdict

@Suite struct GitChangeTests {
  /// A base commit, a commit on top of it, and work that is not committed.
  private func repository() async throws -> (repository: TestRepository, base: String) {
    let repository = try await TestRepository()
    try repository.write("1\n2\n3\n4\n", to: "src/kept.c")
    try repository.write("a\nb\nc\nd\ne\nf\n", to: "src/old name.c")
    try repository.write("x\n", to: "gone.c")
    try repository.write("ignored.c\n", to: ".gitignore")
    try await repository.commit("base")
    let base = try await repository.git("rev-parse", "HEAD")
    try repository.write("1\ntwo\n3\n4\n", to: "src/kept.c")
    try await repository.git("mv", "src/old name.c", "src/ä.c")
    try await repository.git("rm", "--quiet", "gone.c")
    try await repository.commit("change")
    try repository.write("1\ntwo\n3\n4\nfive\n", to: "src/kept.c")
    try repository.write("new\nno line feed", to: "new.c")
    try repository.write("", to: "empty.c")
    try repository.write("x\n", to: "ignored.c")
    repository.directory.link("link", to: "nowhere")
    return (repository, base)
  }

  private static let expected = [
    ChangedFile(path: "empty.c", kind: .added, added: .none, deleted: .none),
    ChangedFile(path: "gone.c", kind: .deleted, added: .none, deleted: LineRanges([1])),
    ChangedFile(path: "link", kind: .added, added: LineRanges([1]), deleted: .none),
    ChangedFile(path: "new.c", kind: .added, added: LineRanges([1, 2]), deleted: .none),
    ChangedFile(
      path: "src/kept.c", kind: .modified, added: LineRanges([2, 5]), deleted: LineRanges([2])),
    ChangedFile(
      path: "src/ä.c", oldPath: "src/old name.c", kind: .renamed, added: .none, deleted: .none),
  ]

  @Test(arguments: [".", "src"])
  func seesCommittedUncommittedAndUntracked(subdirectory: String) async throws {
    let (repository, base) = try await repository()
    let git = try await repository.open(in: subdirectory)
    let change = try await git.change(since: base, origin: "merge base of main")
    #expect(change == ChangeSet(origin: "merge base of main", base: base, files: Self.expected))
  }

  /// Every setting here changes what `git diff` prints when nothing is done about it.
  @Test(arguments: [
    ["diff.noprefix=true"], ["diff.mnemonicPrefix=true"], ["diff.srcPrefix=x/"],
    ["color.ui=always"],
    ["color.diff=always"], ["diff.external=false"], ["diff.renames=false"], ["diff.relative=true"],
    ["diff.orderFile=nowhere"], ["diff.context=9"], ["diff.interHunkContext=9"],
    ["diff.submodule=log"], ["core.quotePath=false"], ["core.pager=false"],
    ["diff.algorithm=patience"],
    ["diff.c.textconv=false", "core.attributesFile=attributes"],
    ["diff.c.command=false", "core.attributesFile=attributes"],
  ])
  func configurationDoesNotChangeTheAnswer(settings: [String]) async throws {
    let (repository, base) = try await repository()
    try repository.write("*.c diff=c\n", to: ".git/attributes")
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
      let value = parts[1] == "attributes" ? "\(repository.path)/.git/attributes" : parts[1]
      try await repository.git("config", parts[0], value)
    }
    let change = try await repository.open(in: "src").change(since: base, origin: "")
    #expect(change.files == Self.expected)
  }

  @Test func attributesDoNotHideLines() async throws {
    let (repository, base) = try await repository()
    try repository.write("ignored.c\n", to: ".gitignore")
    try repository.write("*.c binary\n", to: ".gitattributes")
    let change = try await repository.open().change(since: base, origin: "")
    #expect(change.file(at: "src/kept.c")?.added == LineRanges([2, 5]))
  }

  @Test func binaryContentIsNoTrouble() async throws {
    let repository = try await TestRepository()
    try repository.write("\u{1}\u{0}\n@@ -1 +1 @@\n", to: "image")
    try await repository.commit("base")
    let base = try await repository.git("rev-parse", "HEAD")
    try repository.write("\u{2}\n--- a/x\n+++ b/x\r\n\u{85}\n", to: "image")
    let change = try await repository.open().change(since: base, origin: "")
    #expect(change.files.map(\.path) == ["image"])
    #expect(change.file(at: "image")?.added.count == 4)
  }

  @Test func aRepositoryInsideIsNotPartOfTheChange() async throws {
    let repository = try await TestRepository()
    try await repository.commit("base")
    let base = try await repository.git("rev-parse", "HEAD")
    try repository.write("x\n", to: "inner/file")
    try await repository.git("init", "--quiet", "inner")
    #expect(try await repository.open().change(since: base, origin: "").files.isEmpty)
  }

  @Test func anUnsettledConflictIsJudgedAsItStands() async throws {
    let repository = try await TestRepository()
    try repository.write("base\n", to: "file")
    try await repository.commit("base")
    let base = try await repository.git("rev-parse", "HEAD")
    try await repository.git("checkout", "--quiet", "-b", "topic")
    try repository.write("topic\n", to: "file")
    try await repository.commit("topic")
    try await repository.git("checkout", "--quiet", "main")
    try repository.write("main\n", to: "file")
    try await repository.commit("main")
    try await repository.git("merge", "--quiet", "topic", expectingSuccess: false)
    let change = try await repository.open().change(since: base, origin: "")
    // Both sides and three lines of markers.
    #expect(change.file(at: "file")?.added == LineRanges(ranges: [1...5]))
  }

  @Test func nothingChangedIsAnEmptyChange() async throws {
    let repository = try await TestRepository()
    try repository.write("x\n", to: "file")
    try await repository.commit("base")
    let git = try await repository.open()
    #expect(try await git.change(since: try await git.headCommit(), origin: "").files == [])
  }
}
