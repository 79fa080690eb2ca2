import Files
import TestSupport
import Testing
import VerdictBaseline
import VerdictModel

@Suite struct FileStoreTests {
  @Test func absoluteLocationsStayAbsolute() throws {
    let directory = try TemporaryDirectory()
    try BaselineStores.store(named: "file:\(directory.path)/b.json", in: "/nowhere").save(.sample)
    #expect(try FileStore(path: directory.path + "/b.json").load() == .sample)
  }

  @Test func saysWhatTheFileSystemRefuses() throws {
    let directory = try TemporaryDirectory()
    try directory.write("", to: "file")
    let isDirectory = FileStore(path: directory.path)
    #expect(
      #expect(throws: BaselineError.self) { try isDirectory.load() }?.description
        == "is a directory")
    #expect(
      #expect(throws: BaselineError.self) { try isDirectory.save(.sample) }?.description
        == "cannot be written: is a directory")
    let below = FileStore(path: directory.path + "/file/baseline.json")
    #expect(
      #expect(throws: BaselineError.self) { try below.load() }?.description == "not a directory")
    #expect(
      #expect(throws: BaselineError.self) { try below.save(.sample) }?.description
        == "cannot be written: not a directory")
  }

  @Test func anEmptyFileIsNoFirstRun() throws {
    let directory = try TemporaryDirectory()
    let store = FileStore(path: try directory.write("", to: "b.json"))
    let error = #expect(throws: BaselineError.self) { try store.load() }
    #expect(
      error?.description == "1:1: not valid JSON: found the end of the file, expected a value")
  }
}
