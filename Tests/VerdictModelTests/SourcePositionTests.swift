import Testing
import VerdictModel

@Suite("Places in files")
struct SourcePositionTests {
  @Test("are written as editors understand them")
  func words() {
    #expect(SourcePosition(line: 41, column: 18).words(in: "policy.json") == "policy.json:41:18")
    #expect(SourcePosition(line: 41).words == "41")
    #expect(SourcePosition(line: 3, file: "base.json").words(in: "policy.json") == "base.json:3")
  }

  @Test("come in the order of files, lines and columns, the file that is spoken of first")
  func order() {
    let places = [
      SourcePosition(line: 9), SourcePosition(line: 9, column: 2),
      SourcePosition(line: 1, file: "a.json"), SourcePosition(line: 2, file: "a.json"),
      SourcePosition(line: 1, file: "b.json"),
    ]
    #expect(places.reversed().sorted() == places)
  }
}
