import Testing

@testable import YAMLDocument

@Suite("YAML documents")
struct YAMLDocumentTests {
  private func error(_ text: String) -> YAMLSyntaxError? {
    do throws(YAMLSyntaxError) {
      _ = try YAMLDocument(text)
      return nil
    } catch { return error }
  }

  @Test("scalars are texts, whatever they look like and however they are quoted")
  func scalars() throws {
    let root = try #require(try YAMLDocument("[1, \"a\\tb\", 'it''s', ~, 2026-01-31, é]").root)
    #expect(root.list?.map(\.text) == ["1", "a\tb", "it's", "~", "2026-01-31", "é"])
    #expect(root.text == nil)
    #expect(root.map == nil)
  }

  @Test("values know their lines")
  func lines() throws {
    let root = try #require(try YAMLDocument("# first\na:\n  - b\n  - c: d\n").root)
    #expect(root.line == 2)
    #expect(root["a"]?.list?.map(\.line) == [3, 4])
    #expect(root["a"]?.list?.last?["c"]?.text == "d")
    #expect(root["b"] == nil)
  }

  @Test("nothing is no document", arguments: ["", "\n", "# only a comment", "---\n...\n"])
  func nothing(text: String) throws {
    let root = try YAMLDocument(text).root
    #expect(root?.text ?? "" == "")
  }

  @Test("aliases are what they stand for, also of themselves")
  func aliases() throws {
    let root = try #require(try YAMLDocument("a: &x [b]\nc: *x\nd: &y [*y]").root)
    #expect(root["c"]?.list?.map(\.text) == ["b"])
    #expect(root["d"]?.list?.first?.list?.first?.list?.count == 1)
  }

  @Test(
    "what is wrong is told with its line",
    arguments: [
      ("a: [b", 2, YAMLSyntaxError.Problem.syntax("did not find expected ',' or ']'")),
      ("a:\n\tb", 2, .syntax("found character that cannot start any token")),
      ("a: *x", 1, .undefinedAlias("x")),
      ("a: 1\nb: 2\na: 3", 3, .repeatedKey("a")),
      ("a\n---\nb", 2, .secondDocument),
      ("a:\n- b\n- \u{0}", 3, .syntax("control characters are not allowed")),
    ])
  func syntax(text: String, line: Int, problem: YAMLSyntaxError.Problem) {
    #expect(error(text) == YAMLSyntaxError(problem: problem, line: line))
  }

  @Test("what is nested too deep is refused before it is read", arguments: ["[", "- ", "? "])
  func nesting(opening: String) {
    let text = String(repeating: opening, count: 200_000)
    #expect(error(text) == YAMLSyntaxError(problem: .tooDeep(1_000), line: 1))
  }

  @Test("a text that ends anywhere is read or refused")
  func truncated() {
    let text = "a: &x [\"b\", 'c']\nd: {e: *x, f: \"g\"}\n"
    #expect(error(text) == nil)
    let refused = text.indices.count { error(String(text[..<$0])) != nil }
    #expect(refused > 20)
  }
}
