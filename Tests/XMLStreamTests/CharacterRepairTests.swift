import Testing
import XMLStream

struct CharacterRepairTests {
  private func read(
    _ input: [UInt8], pieces size: Int
  ) -> (recorder: Recorder, repair: CharacterRepair, error: XMLError?) {
    let stream = XMLStream(Recorder())
    var repair = CharacterRepair()
    do throws(XMLError) {
      var rest = input[...]
      while !rest.isEmpty {
        try repair.consume(Array(rest.prefix(size)).span, into: stream)
        rest = rest.dropFirst(size)
      }
      try repair.finish(stream)
      return (stream.handler, repair, nil)
    } catch {
      return (stream.handler, repair, error)
    }
  }

  @Test(arguments: [1, 2, 5, 4096])
  func replacesWhatXMLForbids(size: Int) {
    let input =
      Array("<line>\n\u{1B}[31m &#27;&#x1b;&#xD800;&#xFFFE; ".utf8) + [0xED, 0xA0, 0x80]
      + Array("\u{FFFF}</line>".utf8)
    let (recorder, repair, error) = read(input, pieces: size)
    #expect(error == nil)
    #expect(recorder.text == "\n\u{FFFD}[31m \u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD} \u{FFFD}\u{FFFD}")
    #expect(repair.count == 7)
    #expect(repair.firstLine == 2)
  }

  @Test(arguments: [1, 2, 5, 4096])
  func keepsTheRest(size: Int) {
    let text =
      "<line name=\"&amp;&#65;&#x10FFFF;\">\t\n한국 ： \u{FFFD} &lt;&#00000000000000065;</line>"
    let (recorder, repair, error) = read(Array(text.utf8), pieces: size)
    #expect(error == nil)
    #expect(recorder.events.first == "1: <line name=&A\u{10FFFF}>")
    #expect(recorder.text == "\t\n한국 ： \u{FFFD} <A")
    #expect(repair.count == 0)
    #expect(repair.firstLine == nil)
  }

  @Test(arguments: UInt8(1)..<0x20)
  func seesControlCharactersWhereverTheyStand(byte: UInt8) {
    let isBlank = [0x09, 0x0A, 0x0D].contains(byte)
    for place in 0..<80 {
      var text = [UInt8](repeating: UInt8(ascii: "a"), count: 80)
      text[place] = byte
      let (_, repair, error) = read(
        Array("<line>".utf8) + text + Array("</line>".utf8), pieces: 4096)
      #expect(error == nil)
      #expect(repair.count == (isBlank ? 0 : 1), "at \(place)")
    }
  }

  @Test(arguments: ["<line>a & b</line>", "<line>&#;</line>", "<line>&#x;</line>", "<line>&#27"])
  func leavesFaultsToTheParser(text: String) {
    for size in [1, 4096] {
      let (_, repair, error) = read(Array(text.utf8), pieces: size)
      #expect(error != nil)
      #expect(repair.count == 0)
    }
  }

  @Test func leavesOtherEncodingsAlone() {
    let units = "<line>\u{1B}</line>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(read([0xFF, 0xFE] + units, pieces: 4096).repair.count == 0)
    #expect(read(units, pieces: 4096).repair.count == 0)
  }
}
