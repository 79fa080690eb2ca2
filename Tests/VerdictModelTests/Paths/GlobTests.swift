import Testing
import VerdictModel

@Suite("Path patterns")
struct GlobTests {
  static let cases: [(pattern: String, path: String, matches: Bool)] = [
    ("a.xml", "a.xml", true),
    ("a.xml", "b/a.xml", false),
    ("./a.xml", "a.xml", true),
    ("*.xml", "a.xml", true),
    ("*.xml", "b/a.xml", false),
    ("**/*.xml", "a.xml", true),
    ("**/*.xml", "b/c/a.xml", true),
    ("reports/**/*.xml", "reports/a.xml", true),
    ("reports/**/*.xml", "reports/x/y/a.xml", true),
    ("reports/**/*.xml", "other/a.xml", false),
    ("src/**", "src/a/b", true),
    ("src/**", "src", true),
    ("src/**", "source/a", false),
    ("src/{orders,risk}/**", "src/orders/book.rs", true),
    ("src/{orders,risk}/**", "src/riskier/book.rs", false),
    ("{a,b{1,2}}.c", "b2.c", true),
    ("{a,b{1,2}}.c", "b3.c", false),
    ("a?.c", "ab.c", true),
    ("a?.c", "a.c", false),
    ("a?.c", "a/.c", false),
    ("[a-c].c", "b.c", true),
    ("[!a-c].c", "b.c", false),
    ("[!a-c].c", "z.c", true),
    ("*", "order_path", true),
    ("order_path/*", "order_path/insert", true),
    ("a*b*c", "aXXbYYc", true),
    ("a*b*c", "aXXcYYb", false),
    ("**", "anything/at/all", true),
    ("A.xml", "a.xml", false),
    ("*ü*", "grün", true),
  ]

  @Test("fit whole paths", arguments: cases)
  func matching(pattern: String, path: String, matches: Bool) throws {
    #expect(try #require(Glob(pattern)).matches(path) == matches)
  }

  @Test("that do not pair up are refused", arguments: ["", "{a", "a}", "[a", "x/{a,b/y"])
  func malformed(pattern: String) {
    #expect(Glob(pattern) == nil)
  }

  @Test("cannot be made to multiply or to take for ever")
  func hostile() throws {
    #expect(Glob(String(repeating: "{a,b}", count: 30)) == nil)
    let stars = try #require(Glob(String(repeating: "*a", count: 50)))
    #expect(!stars.matches(String(repeating: "a", count: 2000) + "b"))
  }

  @Test("the more is spelled out, the more specific")
  func specificity() throws {
    let order = try ["**", "order_path/*", "order_path/insert"].map {
      try #require(Glob($0)).specificity
    }
    #expect(order == order.sorted())
    #expect(Set(order).count == 3)
  }
}
