import Testing

@testable import VerdictRendering

@Suite struct WrappingTests {
  @Test(arguments: [
    ("one two three", 8, ["one two", "three"]), ("one", 3, ["one"]), ("", 3, [""]),
    ("abcdefgh", 3, ["abc", "def", "gh"]), ("a bcdefgh i", 3, ["a", "bcd", "efg", "h i"]),
    ("          ", 3, [""]), ("漢字漢", 3, ["漢", "字", "漢"]), ("ab", 0, ["a", "b"]),
  ])
  func textIsBrokenAtBlanks(text: String, width: Int, lines: [String]) {
    #expect(text.wrapped(toWidth: width) == lines)
  }

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한국", 4), ("40–44 ✗ µs −", 12), ("🙂", 2),
  ])
  func widths(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func paddingNeverCuts() {
    #expect("ab".padded(toWidth: 4) == "ab  ")
    #expect("abc".padded(toWidth: 2) == "abc")
    #expect(" ab  ".trimmedEnd == " ab")
  }
}
