import Files
import TestSupport
import Testing
import VerdictBaseline
import VerdictModel

@Suite struct FileStoreTests {
  @Test func absoluteLocationsStayAbsolute() async throws {
    let directory = try TemporaryDirectory()
    let place = StorePlace(directory: "/nowhere") { _ in NoNotes() }
    try await BaselineStores.store(named: "file:\(directory.path)/b.json", in: place).save(.sample)
    #expect(try FileStore(path: directory.path + "/b.json").entry(for: nil)?.baseline == .sample)
  }

  @Test func saysWhatTheFileSystemRefuses() throws {
    let directory = try TemporaryDirectory()
    try directory.write("", to: "file")
    let isDirectory = FileStore(path: directory.path)
    #expect(
      #expect(throws: BaselineError.self) { _ = try isDirectory.entry(for: nil) }?.description
        == "is a directory")
    #expect(
      #expect(throws: BaselineError.self) { try isDirectory.save(.sample) }?.description
        == "cannot be written: is a directory")
    let below = FileStore(path: directory.path + "/file/baseline.json")
    #expect(
      #expect(throws: BaselineError.self) { _ = try below.entry(for: nil) }?.description
        == "not a directory")
    #expect(
      #expect(throws: BaselineError.self) { try below.save(.sample) }?.description
        == "cannot be written: not a directory")
  }

  @Test func anEmptyFileIsNoFirstRun() throws {
    let directory = try TemporaryDirectory()
    let store = FileStore(path: try directory.write("", to: "b.json"))
    let error = #expect(throws: BaselineError.self) { _ = try store.entry(for: nil) }
    #expect(
      error?.description == "1:1: not valid JSON: found the end of the file, expected a value")
  }

  /// Also where the link is a directory on the way.
  @Test(arguments: [("link.json", "gone/b.json"), ("folder/b.json", "gone")])
  func aBrokenLinkIsNoFirstRun(name: String, target: String) throws {
    let directory = try TemporaryDirectory()
    directory.link("link.json", to: "gone/b.json")
    directory.link("folder", to: "gone")
    let store = FileStore(path: directory.path + "/" + name)
    let error = #expect(throws: BaselineError.self) { _ = try store.entry(for: nil) }
    #expect(error?.description == "links to \(target): no such file")
  }

  @Test func linksThatLeadToABaselineAreFollowed() throws {
    let directory = try TemporaryDirectory()
    try FileStore(path: directory.path + "/real/b.json").save(.sample)
    directory.link("link.json", to: "real/b.json")
    directory.link("folder", to: "real")
    for name in ["link.json", "folder/b.json"] {
      #expect(try FileStore(path: directory.path + "/" + name).entry(for: nil)?.baseline == .sample)
    }
    #expect(
      try FileStore(path: directory.path + "/folder/none.json").entry(for: nil)?.baseline == nil)
  }
}
