import Files
import TestSupport
import Testing

@Suite struct ChunkedFileTests {
  @Test func readsInChunks() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(String(repeating: "x", count: 200_000), to: "big")
    var file = try ChunkedFile(path)
    #expect(file.size == 200_000)
    #expect(try file.next()?.count == 131_072)
    #expect(try file.next()?.count == 68_928)
    #expect(try file.next() == nil)
    #expect(try file.next() == nil)
  }

  @Test func readsAnEmptyFile() throws {
    let directory = try TemporaryDirectory()
    var file = try ChunkedFile(try directory.write("", to: "empty"))
    #expect(try file.next() == nil)
  }

  @Test func readsThroughALink() throws {
    let directory = try TemporaryDirectory()
    try directory.write("text", to: "file")
    directory.link("link", to: "file")
    #expect(
      try ChunkedFile.contents(of: directory.path + "/link", limit: 4) == Array("text".utf8))
  }

  @Test func refusesEverythingElse() throws {
    let directory = try TemporaryDirectory()
    let pipe = directory.makePipe("pipe")
    try directory.write("x", to: "file")
    directory.link("broken", to: "nowhere")
    let cases = [
      (directory.path, "is a directory"),
      (directory.path + "/none", "no such file"),
      (directory.path + "/broken", "no such file"),
      (directory.path + "/file/x", "not a directory"),
      (directory.path + "/file\0", "no such file"),
      ("", "no such file"),
      (pipe, "is a named pipe, expected a file"),
      ("/dev/null", "is a device, expected a file"),
    ]
    for (path, words) in cases {
      let error = #expect(throws: FileError.self) { _ = try ChunkedFile(path) }
      #expect(error?.description == "\(path): \(words)")
    }
  }

  @Test func refusesMoreThanTheLimit() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("12345", to: "file")
    let error = #expect(throws: FileError.self) { try ChunkedFile.contents(of: path, limit: 4) }
    #expect(error?.problem.description == "size in bytes exceeds the limit of 4")
  }

  @Test(arguments: ["123456", "1234"])
  func aFileThatChangesIsAnError(content: String) throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("12345", to: "file")
    var file = try ChunkedFile(path)
    try directory.write(content, to: "file")
    // A shorter file shows only at its end.
    let error = #expect(throws: FileError.self) {
      while try file.next() != nil {}
    }
    #expect(error == FileError(.changed, path: path))
    #expect(error?.problem.description == "changed while it was read")
  }
}
