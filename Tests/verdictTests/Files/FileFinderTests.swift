import Files
import TestSupport
import Testing
import VerdictModel

@testable import verdict

@Suite struct FileFinderTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    for name in [
      "outside/x.xml", "repo/b.xml", "repo/a.xml", "repo/reports/unit/1.xml",
      "repo/reports/unit/2.txt", "repo/reports/e2e/deep/3.xml", "repo/.git/hidden.xml",
      "repo/sub/.git/hidden.xml", "repo/.hidden/4.xml", "repo/target/criterion/a/new/sample.json",
    ] {
      try directory.write("", to: name)
    }
    directory.link("repo/link", to: "../outside")
    directory.link("repo/reports/broken.xml", to: "nowhere")
  }

  private func find(_ patterns: String...) throws -> [String] {
    try FileFinder(base: directory.path + "/repo")
      .find(patterns.map { try #require(Glob($0)) }).files
  }

  @Test func findsLiteralPaths() throws {
    #expect(
      try find("b.xml", "./a.xml", "none.xml", "reports//unit/1.xml") == [
        "a.xml", "b.xml", "reports/unit/1.xml",
      ])
  }

  @Test func namesPatternsThatNothingMatches() throws {
    let patterns = try ["a.xml", "none.xml", "reports/*.txt"].map { try #require(Glob($0)) }
    let found = try FileFinder(base: directory.path + "/repo").find(patterns)
    #expect(found.files == ["a.xml"])
    #expect(found.unmatched.map(\.pattern) == ["none.xml", "reports/*.txt"])
  }

  @Test func aLiteralDirectoryIsAResult() throws {
    #expect(try find("target/criterion") == ["target/criterion"])
    #expect(try find("target/criterion/", ".") == [".", "target/criterion"])
  }

  @Test func findsByWildcards() throws {
    #expect(try find("*.xml") == ["a.xml", "b.xml"])
    #expect(
      try find("reports/{unit,e2e}/**/*.xml") == [
        "reports/e2e/deep/3.xml", "reports/unit/1.xml",
      ])
    #expect(try find("reports/*/*.xml", "reports/**/1.xml") == ["reports/unit/1.xml"])
    #expect(try find("repor*") == [])
  }

  @Test func searchesHiddenDirectoriesButNotGit() throws {
    #expect(
      try find("**/*.xml") == [
        ".hidden/4.xml", "a.xml", "b.xml", "reports/broken.xml", "reports/e2e/deep/3.xml",
        "reports/unit/1.xml",
      ])
  }

  @Test func leavesTheBaseOnlyLiterally() throws {
    #expect(try find("../outside/x.xml", "../outside/*.xml") == ["../outside/x.xml"])
    #expect(try find("link/*.xml") == ["link/x.xml"])
    #expect(try find("*/../../outside/x.xml", "{..,x}/outside/x.xml", "l*/*.xml") == [])
  }

  @Test func findsAbsolutePaths() throws {
    let path = directory.path + "/outside"
    #expect(try find(path + "/*.xml", path + "/x.xml") == [path + "/x.xml"])
  }
}
