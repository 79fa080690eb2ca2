import Subprocess
import TestSupport
import Testing
import VerdictModel

@testable import verdict

@Suite struct GitTests {
  @Test func aDirectoryOutsideARepositoryIsNoError() async throws {
    let directory = try TemporaryDirectory()
    #expect(try await Git.repository(containing: directory.path) == nil)
  }

  @Test func aDirectoryThatIsNotThereIsAnError() async throws {
    let error = await #expect(throws: GitError.self) {
      _ = try await Git.repository(containing: "/nonexistent")
    }
    #expect(
      error?.description
        == "git rev-parse: cannot change to '/nonexistent': No such file or directory")
  }

  @Test func knowsRootAndPrefix() async throws {
    let repository = try await TestRepository()
    try repository.write("", to: "a/b/file")
    let git = try await repository.open(in: "a/b")
    #expect(git.root.hasSuffix(repository.path))
    #expect(git.prefix == "a/b/")
    #expect(try await repository.open().prefix == "")
  }

  @Test func aRepositoryWithoutCommits() async throws {
    let repository = try await TestRepository()
    let git = try await repository.open()
    let error = await #expect(throws: GitError.self) { try await git.headCommit() }
    #expect(error?.description == "the repository has no commit yet")
  }

  @Test func findsHeadMergeBaseAndDistance() async throws {
    let repository = try await TestRepository()
    try await repository.commit("base")
    let base = try await repository.git("rev-parse", "HEAD")
    try await repository.git("checkout", "--quiet", "-b", "topic")
    try await repository.commit("one")
    try await repository.commit("two")
    let topic = try await repository.git("rev-parse", "HEAD")
    try await repository.git("checkout", "--quiet", "main")
    try await repository.commit("elsewhere")
    let elsewhere = try await repository.git("rev-parse", "HEAD")
    try await repository.git("checkout", "--quiet", "topic")

    let git = try await repository.open()
    #expect(try await git.headCommit() == topic)
    #expect(try await git.mergeBase(of: "main") == base)
    #expect(try await git.mergeBase(of: elsewhere) == base)
    #expect(try await git.distance(from: base) == 2)
    #expect(try await git.distance(from: topic) == 0)
    #expect(try await git.distance(from: elsewhere) == nil)
    #expect(try await git.distance(from: String(repeating: "0", count: 40)) == nil)
  }

  @Test(arguments: [
    ("none", "unknown revision 'none'"),
    ("HEAD:file", "unknown revision 'HEAD:file'"),
    ("--output=x", "'--output=x' is no revision, expected a branch, a tag or a commit"),
    ("-", "'-' is no revision, expected a branch, a tag or a commit"),
    ("", "'' is no revision, expected a branch, a tag or a commit"),
  ])
  func refusesWhatIsNoRevision(revision: String, words: String) async throws {
    let repository = try await TestRepository()
    try repository.write("x\n", to: "file")
    try await repository.commit("base")
    let git = try await repository.open()
    let error = await #expect(throws: GitError.self) { try await git.mergeBase(of: revision) }
    #expect(error?.description == words)
  }

  @Test func unrelatedHistoriesHaveNoMergeBase() async throws {
    let repository = try await TestRepository()
    try await repository.commit("base")
    try await repository.git("checkout", "--quiet", "--orphan", "other")
    try await repository.commit("unrelated")
    let git = try await repository.open()
    let error = await #expect(throws: GitError.self) { try await git.mergeBase(of: "main") }
    #expect(error?.description == "no common ancestor of HEAD and 'main'")
  }

  @Test func aShallowCloneSaysWhatToFetch() async throws {
    let origin = try await TestRepository()
    try await origin.commit("base")
    try await origin.git("checkout", "--quiet", "-b", "topic")
    try await origin.commit("one")
    try await origin.commit("two")
    let clone = try await TestRepository(shallowCloneOf: origin, depth: 1)
    let git = try await clone.open()
    let advice =
      ", and the clone is shallow: fetch more of the history with 'git fetch --unshallow' or a "
      + "larger '--depth'"
    let noBase = await #expect(throws: GitError.self) {
      try await git.mergeBase(of: "origin/main")
    }
    #expect(noBase?.description == "no common ancestor of HEAD and 'origin/main'" + advice)
    let unknown = await #expect(throws: GitError.self) { try await git.mergeBase(of: "HEAD~1") }
    #expect(unknown?.description == "unknown revision 'HEAD~1'" + advice)
  }

  @Test func listsFilesOfTheWholeTree() async throws {
    let repository = try await TestRepository()
    try repository.write("ignored\n", to: ".gitignore")
    for path in ["ä b", "a/x", "b"] { try repository.write("", to: path) }
    try await repository.commit("base")
    try repository.write("", to: "untracked")
    try repository.write("", to: "ignored")
    try repository.write("", to: "inner/file")
    try await repository.git("init", "--quiet", "inner")
    #expect(
      try await repository.open(in: "a").files()
        == [".gitignore", "a/x", "b", "untracked", "ä b"])
  }
}
