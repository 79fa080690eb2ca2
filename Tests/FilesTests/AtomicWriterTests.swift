import Files
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@Suite struct AtomicWriterTests {
  @Test func writesANewFileAndItsDirectories() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/a/b/c.json"
    try AtomicWriter.replace(path, with: Array("text".utf8))
    #expect(try ChunkedFile.contents(of: path, limit: 100) == Array("text".utf8))
    #expect(try TreeWalker.files(below: directory.path) == ["a/b/c.json"])
  }

  @Test func replacesAFileAndKeepsItsMode() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("old and longer", to: "file")
    chmod(path, 0o640)
    try AtomicWriter.replace(path, with: Array("new".utf8))
    #expect(try ChunkedFile.contents(of: path, limit: 100) == Array("new".utf8))
    var status = stat()
    stat(path, &status)
    #expect(status.st_mode & 0o777 == 0o640)
  }

  @Test func anInterruptedWriteLeavesTheOldFile() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("old", to: "file")
    do {
      var writer = try AtomicWriter(replacing: path)
      try writer.append(Array("half of the n".utf8))
      #expect(try ChunkedFile.contents(of: path, limit: 100) == Array("old".utf8))
    }
    #expect(try ChunkedFile.contents(of: path, limit: 100) == Array("old".utf8))
    #expect(try TreeWalker.files(below: directory.path) == ["file"])
  }

  @Test func aLinkStaysALink() throws {
    let directory = try TemporaryDirectory()
    try directory.write("old", to: "target")
    directory.link("link", to: "target")
    try AtomicWriter.replace(directory.path + "/link", with: Array("new".utf8))
    #expect(
      try ChunkedFile.contents(of: directory.path + "/target", limit: 9) == Array("new".utf8))
    #expect(
      try FileStatus(of: directory.path + "/link", followingLinks: false)?.kind == .symbolicLink)
  }

  @Test func refusesWhatIsNoFile() throws {
    let directory = try TemporaryDirectory()
    try directory.write("x", to: "file")
    let pipe = directory.makePipe("pipe")
    let cases = [
      (directory.path, "is a directory"),
      ("/dev/null", "is a device, expected a file"),
      (pipe, "is a named pipe, expected a file"),
    ]
    for (path, words) in cases {
      let error = #expect(throws: FileError.self) { try AtomicWriter.replace(path, with: []) }
      #expect(error?.description == "\(path): \(words)")
    }
    let error = #expect(throws: FileError.self) {
      try AtomicWriter.replace(directory.path + "/file/x/y", with: [])
    }
    #expect(error?.description == "\(directory.path)/file/x: not a directory")
  }

  @Test func manyWritersLeaveOneWholeFile() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/file"
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in UInt8(0)..<20 {
        group.addTask {
          try AtomicWriter.replace(path, with: Array(repeating: writer, count: 100_000))
        }
      }
      try await group.waitForAll()
    }
    let content = try ChunkedFile.contents(of: path, limit: 1_000_000)
    #expect(content.count == 100_000)
    #expect(Set(content).count == 1)
    #expect(try TreeWalker.files(below: directory.path) == ["file"])
  }
}
