import Files
import TestSupport
import Testing

@Suite struct SymbolicLinkTests {
  @Test func tellsWhatABrokenLinkPointsTo() throws {
    let directory = try TemporaryDirectory()
    directory.link("broken", to: "gone/it")
    directory.link("chain", to: "broken")
    #expect(try brokenTarget("broken", in: directory) == "gone/it")
    #expect(try brokenTarget("broken/a/b", in: directory) == "gone/it")
    #expect(try brokenTarget("chain", in: directory) == "broken")
  }

  @Test func whatIsThereOrSimplyNotThereIsNoBrokenLink() throws {
    let directory = try TemporaryDirectory()
    try directory.write("", to: "a/file")
    directory.link("directory", to: "a")
    directory.link("link", to: "a/file")
    for path in ["a", "a/file", "a/file/below", "directory/file", "directory/x", "link", "x/y"] {
      #expect(try brokenTarget(path, in: directory) == nil, "\(path)")
    }
    #expect(try SymbolicLink.brokenTarget(on: "nowhere") == nil)
    #expect(try SymbolicLink.brokenTarget(on: "/nowhere/at/all") == nil)
  }

  private func brokenTarget(_ path: String, in directory: TemporaryDirectory) throws -> String? {
    try SymbolicLink.brokenTarget(on: directory.path + "/" + path)
  }
}
