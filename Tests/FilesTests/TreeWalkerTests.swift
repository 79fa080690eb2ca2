import Files
import TestSupport
import Testing

@Suite struct TreeWalkerTests {
  @Test func listsFilesSorted() throws {
    let directory = try TemporaryDirectory()
    for name in ["b/z", "b/a/x", "a", "b/ä", "c.d/e"] { try directory.write("", to: name) }
    #expect(
      try TreeWalker.files(below: directory.path) == ["a", "b/a/x", "b/z", "b/ä", "c.d/e"])
  }

  @Test func doesNotFollowLinksToDirectories() throws {
    let directory = try TemporaryDirectory()
    try directory.write("", to: "a/x")
    directory.link("a/loop", to: "..")
    directory.link("a/self", to: "self")
    directory.link("a/broken", to: "nowhere")
    directory.link("a/file", to: "x")
    #expect(
      try TreeWalker.files(below: directory.path) == ["a/broken", "a/file", "a/self", "a/x"])
  }

  @Test func entersOnlyWhatItIsTold() throws {
    let directory = try TemporaryDirectory()
    for name in ["a/x", "b/x", "b/a/x"] { try directory.write("", to: name) }
    #expect(try TreeWalker.files(below: directory.path) { $0 == "b" } == ["b/x"])
  }

  @Test func refusesAFileAndNothing() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("", to: "file")
    let notADirectory = #expect(throws: FileError.self) { try TreeWalker.files(below: path) }
    #expect(notADirectory?.description == "\(path): not a directory")
    let missing = #expect(throws: FileError.self) { try TreeWalker.files(below: path + "x") }
    #expect(missing?.description == "\(path)x: no such file")
  }

  @Test func refusesADepthThatNoTreeHas() throws {
    let directory = try TemporaryDirectory()
    try directory.write("", to: String(repeating: "d/", count: 129) + "x")
    let error = #expect(throws: FileError.self) { try TreeWalker.files(below: directory.path) }
    #expect(error?.problem.description == "depth exceeds the limit of 128")
  }
}
