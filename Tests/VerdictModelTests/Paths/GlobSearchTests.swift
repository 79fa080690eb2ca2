import Testing
import VerdictModel

@Suite struct GlobSearchTests {
  @Test(arguments: [
    ("*.xml", "target", false), ("reports/*/x.xml", "reports", true),
    ("reports/*/x.xml", "reports/unit", true), ("reports/*/x.xml", "reports/unit/deep", false),
    ("reports/*/x.xml", "target", false), ("reports/**/x.xml", "reports/a/b/c", true),
    ("**/x.xml", "any/where", true), ("{a,b/c}/*.xml", "b", true), ("{a,b/c}/*.xml", "b/c", true),
    ("{a,b/c}/*.xml", "c", false), ("../x/*.xml", "../x", true), ("a/b.xml", "a/b.xml", false),
  ])
  func tellsWhereASearchMustLook(pattern: String, directory: String, expected: Bool) throws {
    #expect(try #require(Glob(pattern)).mayMatch(below: directory) == expected)
  }
}
