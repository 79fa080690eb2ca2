import Testing

@testable import VerdictRendering

@Suite struct MarkdownEscapingTests {
  @Test(arguments: [
    ("plain, text (97.43 %) − 40–44", "plain, text (97.43 %) − 40–44"),
    ("a|b", "a&#124;b"), ("<b> & `c`", "&lt;b&gt; &amp; &#96;c&#96;"),
    (
      "*a* _b_ ~c~ [d] \\ $e$",
      "&#42;a&#42; &#95;b&#95; &#126;c&#126; &#91;d&#93; &#92; &#36;e&#36;"
    ),
    ("@team", "&#64;&#8203;team"), ("#12", "&#35;&#8203;12"),
    ("https://a.b www.c new.d", "https:&#47;/a.b www&#46;c new.d"),
    ("- a - b", "&#45; a - b"), ("1. a", "1.&#32;a"), ("12)", "12)&#8203;"), (" a", "&#32;a"),
    ("a\nb", "a b"), ("\u{1B}[0m", "&#92;u{1B}&#91;0m"),
  ])
  func texts(text: String, escaped: String) {
    let markup: Markup = "\(text)"
    #expect(markup.source == escaped)
  }

  @Test func codeIsAnElement() {
    let markup: Markup = "\(code: "a`b`` @c <d>")"
    #expect(markup.source == "<code>a&#96;b&#96;&#96; &#64;c &lt;d&gt;</code>")
  }

  @Test func longTextsAreCut() {
    let markup: Markup = "\(String(repeating: "x", count: 301))"
    #expect(markup.source == String(repeating: "x", count: 300) + "…")
  }

  @Test func literalsAndMarkupStayAsTheyAre() {
    let inner: Markup = "*a*"
    let outer: Markup = "- \(inner) \("*b*") \(3)\n"
    #expect(outer.source == "- *a* &#42;b&#42; 3\n")
    #expect([inner, inner].joined(separator: ", ").source == "*a*, *a*")
  }
}
