import Testing
import VerdictModel

@Suite("Notices")
struct NoticeTests {
  @Test("equal ones become one with a count and the first line")
  func collecting() {
    var collector = NoticeCollector()
    collector.note("a negative count read as 0", line: 9)
    collector.note("an unknown record ignored")
    collector.note("a negative count read as 0", line: 12)
    #expect(
      collector.notices == [
        Notice("an unknown record ignored"),
        Notice("a negative count read as 0 (2 times)", line: 9),
      ])
  }
}
