import Testing
import XMLStream

struct CharacterRepairTests {
  private func repair(_ input: [UInt8], pieces size: Int) -> (String, CharacterRepair) {
    var repair = CharacterRepair()
    var output: [UInt8] = []
    var rest = input[...]
    while !rest.isEmpty {
      let piece = Array(rest.prefix(size))
      repair.consume(piece.span) { span in
        for index in span.indices { output.append(span[index]) }
      }
      rest = rest.dropFirst(size)
    }
    repair.finish { span in for index in span.indices { output.append(span[index]) } }
    return (String(decoding: output, as: UTF8.self), repair)
  }

  @Test(arguments: [1, 2, 5, 4096])
  func replacesWhatXMLForbids(size: Int) {
    let input =
      Array("<a>\n\u{1B}[31m &#27;&#x1b;&#xD800;&#xFFFE; ".utf8) + [0xED, 0xA0, 0x80]
      + Array("\u{FFFF}</a>".utf8)
    let (output, repair) = repair(input, pieces: size)
    #expect(output == "<a>\n\u{FFFD}[31m \u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD} \u{FFFD}\u{FFFD}</a>")
    #expect(repair.count == 7)
    #expect(repair.firstLine == 2)
  }

  @Test(arguments: [1, 2, 5, 4096])
  func keepsTheRest(size: Int) {
    let text =
      "<a b=\"&amp;&#65;&#x10FFFF;&#9;\">\t\r\n한국 ： \u{FFFD} & &# &#x; &#00000000000000027;</a>&"
    let (output, repair) = repair(Array(text.utf8), pieces: size)
    #expect(output == text)
    #expect(repair.count == 0)
    #expect(repair.firstLine == nil)
  }

  @Test func leavesOtherEncodingsAlone() {
    let units = "<a>\u{1B}</a>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(repair([0xFF, 0xFE] + units, pieces: 4096).1.count == 0)
    #expect(repair(units, pieces: 4096).1.count == 0)
  }
}
