import Testing

@testable import VerdictRendering

@Suite struct TerminalEscapingTests {
  @Test(arguments: [
    ("plain text", "plain text"), ("a\tb\nc", "a b c"), ("\u{301}a\u{301}", "\\u{301}a\u{301}"),
    ("\u{1B}[31m", "\\u{1B}[31m"),
    ("a\u{202E}b", "a\\u{202E}b"), ("\u{0}", "\\u{0}"), ("##[error]", "# #[error]"),
    ("###[x", "# # #[x"), ("漢字", "漢字"),
    (
      String(repeating: "x", count: 2001),
      String(repeating: "x", count: 2000) + "…"
    ),
  ])
  func texts(text: String, escaped: String) {
    #expect(text.escapedForTerminal == escaped)
  }

  @Test(arguments: [
    ("::error::", "·:error::"), ("    ::error::", "   ·::error::"), ("a ::error::", "a ::error::"),
    (" ::\u{301}", "·::\u{301}"), ("", ""),
  ])
  func lines(line: String, guarded: String) {
    #expect(line.guardedLine == guarded)
  }
}
