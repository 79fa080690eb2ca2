import Testing
import XMLStream

/// Elements that are told in bulk come in their place, with their values and lines.
@Suite("Leaves")
struct XMLLeavesTests {
  struct Reader: XMLHandler {
    enum Word: Int, XMLVocabulary {
      case line, number, hits, list
    }

    static let leaf: XMLLeafKind<Word>? = XMLLeafKind(.line, numbers: .number, .hits)

    private(set) var events: [String] = []
    private(set) var batches = 0

    mutating func start(_ element: borrowing XMLElement<Word>) {
      var event = "\(element.line): <\(element.spelling)"
      for word in [Word.number, .hits] {
        if let value = element.string(word) { event += " \(word)=\(value)" }
      }
      events.append("\(event)> in \(element.depth)")
    }

    mutating func end(_ name: Word?) {
      events.append("</\(name.map { "\($0)" } ?? "?")>")
    }

    mutating func text(_ piece: Span<UInt8>) {}

    mutating func leaves(_ leaves: borrowing XMLLeaves) {
      batches += 1
      leaves.withNumbers { number, hits, line in
        events.append("\(line): leaf \(number),\(hits)")
      }
    }
  }

  static func read(_ text: String, pieces size: Int = .max) -> (Reader, XMLError?) {
    readDocument(Array(text.utf8), into: Reader(), pieces: size)
  }

  @Test("come before what follows them", arguments: [1, 7, .max])
  func order(size: Int) {
    let (reader, error) = Self.read(
      """
      <list>
      <line number="1" hits="2"/>
      <line hits="4" number="3"></line>
      <list/>
      <line number="0" hits="999999999"/></list>
      """, pieces: size)
    #expect(error == nil)
    #expect(
      reader.events == [
        "1: <list> in 0", "2: leaf 1,2", "3: leaf 3,4", "4: <list> in 1", "</list>",
        "5: leaf 0,999999999", "</list>",
      ])
  }

  @Test("are only what has just these attributes and nothing in it", arguments: [1, 7, .max])
  func others(size: Int) {
    let (reader, error) = Self.read(
      """
      <list><line number="1"/><line number="1" hits="2" more="3"/><line/>
      <line number="7" hits="8"/><line number="9" hits="10">
      <list><line number="11" hits="12"/></list></line></list>
      """, pieces: size)
    #expect(error == nil)
    #expect(
      reader.events == [
        "1: <list> in 0", "1: <line number=1> in 1", "</line>",
        "1: <line number=1 hits=2> in 1", "</line>", "1: <line> in 1", "</line>",
        "2: leaf 7,8", "2: <line number=9 hits=10> in 1", "3: <list> in 2", "3: leaf 11,12",
        "</list>", "</line>", "</list>",
      ])
  }

  @Test(
    "are only what has plain numbers",
    arguments: ["", "-1", "+1", "01", "00", "1.5", "1 ", "x", "1234567890", "&#49;x"])
  func numbers(value: String) {
    let (reader, error) = Self.read(
      "<list><line number=\"1\" hits=\"\(value)\"/><line number=\"&#50;\" hits=\"0\"/></list>")
    #expect(error == nil)
    let text = value.replacing("&#49;", with: "1")
    #expect(
      reader.events == [
        "1: <list> in 0", "1: <line number=1 hits=\(text)> in 1", "</line>", "1: leaf 2,0",
        "</list>",
      ])
  }

  @Test("are told in batches, however many there are")
  func many() {
    let lines = (1...5000).map { "<line number=\"\($0)\" hits=\"0\"/>" }
    let (reader, error) = Self.read("<list>\(lines.joined())</list>")
    #expect(error == nil)
    #expect(
      reader.events
        == ["1: <list> in 0"] + (1...5000).map { "1: leaf \($0),0" } + ["</list>"])
    #expect(reader.batches < 100)
  }

  @Test("may be larger than what is gathered at once")
  func large() {
    let value = String(repeating: "x", count: 100_000)
    let (reader, error) = Self.read(
      "<list><line number=\"1\" hits=\"2\"/><line number=\"\(value)\" hits=\"3\"/></list>")
    #expect(error == nil)
    #expect(
      reader.events == [
        "1: <list> in 0", "1: leaf 1,2", "1: <line number=\(value) hits=3> in 1", "</line>",
        "</list>",
      ])
  }

  @Test("before damage are told, and the one that is cut off is not")
  func damage() {
    let (reader, error) = Self.read(
      "<list><line number=\"1\" hits=\"2\"/><line number=\"3\" hits=\"4\">")
    #expect(error != nil)
    #expect(reader.events == ["1: <list> in 0", "1: leaf 1,2"])
  }

  @Test("count for the depth")
  func depth() {
    let deep = String(repeating: "<list>", count: 255)
    let (fits, none) = Self.read(
      deep + "<line number=\"1\" hits=\"2\"/>" + String(repeating: "</list>", count: 255))
    #expect(none == nil)
    #expect(fits.events.count == 255 + 1 + 255)
    let (_, error) = Self.read(deep + "<list><line number=\"1\" hits=\"2\"/>")
    #expect(error?.kind == .tooDeep(limit: 256))
  }
}
