import JSONDocument
import Testing

@Suite struct JSONStringTableTests {
  @Test func equalStringsHaveOneNumber() throws {
    let text =
      #"["a", "b", "a", "\u0061", 1, null, "", "a rather long string", "a rather long strinG"]"#
    var table = JSONStringTable()
    let numbers = try JSONDocument(text.utf8).read { $0.elements.map { table.number(of: $0) } }
    #expect(numbers == [0, 1, 0, 0, nil, nil, 2, 3, 4])
    #expect(table.strings == ["a", "b", "", "a rather long string", "a rather long strinG"])
  }

  @Test func manyStringsAreFoundAgain() throws {
    let names = (0..<5000).map { "name \($0 * 7919 % 5000)" }
    let text = "[" + (names + names).map { "\"\($0)\"" }.joined(separator: ",") + "]"
    var table = JSONStringTable()
    let strings = try JSONDocument(text.utf8).read { $0.elements.map { table.string($0) } }
    #expect(strings == names + names)
    #expect(table.strings == names)
  }

  @Test func aMissingValueHasNoNumber() {
    var table = JSONStringTable()
    #expect(table.number(of: nil) == nil)
    #expect(table.string(nil) == nil)
  }
}
