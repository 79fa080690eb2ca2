import Testing
import VerdictBaseline

@Suite struct BaselineStoresTests {
  @Test(arguments: [
    (
      "baseline.json",
      "'baseline.json' is no baseline store, expected 'file:.verdict/baseline.json' or "
        + "'git:refs/notes/verdict'"
    ),
    (
      "file:",
      "'file:' is no baseline store, expected 'file:.verdict/baseline.json' or "
        + "'git:refs/notes/verdict'"
    ),
    ("fil:x", "unknown baseline store 'fil', did you mean 'file'?"),
    ("s3:x", "unknown baseline store 's3', known are file, git"),
  ])
  func refusesWhatIsNotRegistered(reference: String, words: String) {
    let error = #expect(throws: BaselineError.self) {
      _ = try BaselineStores.store(
        named: reference, in: StorePlace(directory: ".") { _ in NoNotes() })
    }
    #expect(error?.description == words)
  }
}

/// A place that has no repository.
struct NoNotes: CommitNotes {
  func all() -> [String: String] { [:] }

  func lines(of note: String) -> [[UInt8]] { [] }

  func ancestry(of commit: String?) -> CommitAncestry { CommitAncestry(commits: [], isCut: false) }

  func add(_ line: [UInt8], to commit: String) {}

  func remove(from commits: [String]) {}

  func push(to remote: String) {}

  func pull(from remote: String) -> Bool { false }
}
