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

  @Test func followsEachLinkOnTheWay() throws {
    let directory = try TemporaryDirectory()
    try directory.write("", to: "real/file")
    directory.link("directory", to: "real")
    directory.link("link", to: "directory/file")
    directory.link("absolute", to: directory.path + "/link")
    directory.link("real/up", to: "../real/file")
    directory.link("round", to: "round")
    #expect(stops("real/file", in: directory) == ["real/file"])
    #expect(stops("directory/file", in: directory) == ["directory/file", "real/file"])
    #expect(
      stops("absolute", in: directory) == ["absolute", "link", "directory/file", "real/file"])
    #expect(
      stops("directory/up", in: directory)
        == ["directory/up", "real/up", "real/../real/file"])
    #expect(stops("directory/gone/x", in: directory) == ["directory/gone/x", "real/gone/x"])
    #expect(stops("round", in: directory).count == 41)
    #expect(SymbolicLink.stops(from: "nowhere/x") == ["nowhere/x"])
  }

  /// The stops below the directory.
  private func stops(_ path: String, in directory: TemporaryDirectory) -> [String] {
    SymbolicLink.stops(from: directory.path + "/" + path).map {
      String($0.dropFirst(directory.path.count + 1))
    }
  }

  private func brokenTarget(_ path: String, in directory: TemporaryDirectory) throws -> String? {
    try SymbolicLink.brokenTarget(on: directory.path + "/" + path)
  }
}
