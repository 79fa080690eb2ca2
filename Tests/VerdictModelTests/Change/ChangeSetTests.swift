import Testing
import VerdictModel

@Suite("A change")
struct ChangeSetTests {
  private func renamed(_ old: String, _ new: String) -> ChangedFile {
    ChangedFile(
      path: new, oldPath: old, kind: .renamed, added: LineRanges([1]), deleted: LineRanges([2]))
  }

  @Test("is told in the names of a version in its middle")
  func renaming() {
    let whole = ChangeSet(
      origin: "",
      files: [
        renamed("a", "b"), renamed("c", "d"),
        ChangedFile(path: "e", kind: .deleted, added: .none, deleted: LineRanges([1])),
      ])
    let later = ChangeSet(origin: "", files: [renamed("middle", "b")])
    var files = whole.afterRenaming(until: later).files
    #expect(files.map(\.path) == ["b", "d", "e"])
    #expect(files.map(\.oldPath) == ["middle", nil, nil])
    #expect(files.map(\.kind) == [.renamed, .modified, .deleted])
    files = whole.afterRenaming(until: nil).files
    #expect(files.map(\.kind) == [.modified, .modified, .deleted])
    #expect(files.map(\.added) == whole.files.map(\.added))
  }
}
