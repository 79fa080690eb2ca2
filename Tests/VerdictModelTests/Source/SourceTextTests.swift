import Testing
import VerdictModel

@Suite struct SourceTextTests {
  private func text(_ text: String) -> SourceText { SourceText(Array(text.utf8)) }

  @Test func blanksAroundALineDoNotMatter() {
    let (left, right) = (text("a\n  b = 1\t\nc"), text("a\n\tb = 1\nc"))
    #expect(left.context(ofLine: 2) == right.context(ofLine: 2))
    #expect(left.context(ofLine: 2) != left.context(ofLine: 3))
    #expect(text("b = 1").context(ofLine: 1) != text("b = 2").context(ofLine: 1))
    #expect(text("b = 1").context(ofLine: 1).line != text("b  = 1").context(ofLine: 1).line)
  }

  @Test(arguments: ["a\r\nb\r\nc", "a\rb\rc", "a\nb\r\nc"])
  func lineEndsDoNotMatter(other: String) {
    for line in 1...3 {
      #expect(text(other).context(ofLine: line) == text("a\nb\nc").context(ofLine: line))
    }
  }

  @Test func whatFollowsDoesNotChangeTheLine() {
    let (left, right) = (text("a\nb"), text("a\nc"))
    #expect(left.context(ofLine: 1).line == right.context(ofLine: 1).line)
    #expect(left.context(ofLine: 1).following != right.context(ofLine: 1).following)
  }

  @Test(arguments: [Int.min, 0, 3, Int.max])
  func aLineThatIsNotThereIsUnknown(line: Int) {
    #expect(text("a\nb").context(ofLine: line) == .unknown)
  }

  @Test func othersThanASCII() {
    let text = text("é = '𝄞'\nb")
    #expect(text.context(ofLine: 2) == self.text("b").context(ofLine: 1))
    #expect(SourceText([0xFF, 0x0A, 0x62]).context(ofLine: 2) == text.context(ofLine: 2))
  }

  @Test func aSnippetTellsItsFirstLine() {
    let snippet = SourceText.context(ofSnippet: "  b = 1\n  c = 2")
    #expect(snippet.line == text("b = 1\n").context(ofLine: 1).line)
    #expect(snippet.following == 0)
    #expect(SourceText.context(ofSnippet: " ") == .unknown)
  }
}
