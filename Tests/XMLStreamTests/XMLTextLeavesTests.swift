import Testing
import XMLStream

/// Elements with texts that are told in bulk.
@Suite("Leaves of texts")
struct XMLTextLeavesTests {
  struct Reader: XMLHandler {
    enum Word: Int, XMLVocabulary {
      case test, name, `class`, time
    }

    static let leaf: XMLLeafKind<Word>? = XMLLeafKind(.test, texts: .name, .class, .time)

    private(set) var events: [String] = []

    mutating func start(_ element: borrowing XMLElement<Word>) {
      events.append("\(element.line): <\(element.spelling)> \(element.string(.name) ?? "none")")
    }

    mutating func end(_ name: Word?) { events.append("</\(name.map { "\($0)" } ?? "?")>") }

    mutating func text(_ piece: Span<UInt8>) {}

    mutating func leaves(_ leaves: borrowing XMLLeaves) {
      leaves.withEach { name, className, time, line in
        let texts = [name.text, className.text, time.text]
        events.append("\(line): \(texts.joined(separator: ","))")
      }
    }
  }

  @Test("have their values in the order of the kind", arguments: [1, 7, .max])
  func order(size: Int) {
    let text = """
      <a>
      <test time="1" name="&lt;x" class=""/><test name="" class="C" time=""/>
      <test name="y" class="C" time="2"><b/></test></a>
      """
    let (reader, error) = readDocument(Array(text.utf8), into: Reader(), pieces: size)
    #expect(error == nil)
    #expect(
      reader.events == [
        "1: <a> none", "2: <x,,1", "2: ,C,", "3: <test> y", "3: <b> none", "</?>", "</test>",
        "</?>",
      ])
  }

  @Test("may fill what is gathered at once, and be larger")
  func large() {
    let long = String(repeating: "n", count: 40_000)
    let longer = String(repeating: "n", count: 70_000)
    let tests = [long, long, longer, long].map { "<test name='\($0)' class='C' time='1'/>" }
    let (reader, error) = readDocument(
      Array("<a>\(tests.joined())</a>".utf8), into: Reader(), pieces: .max)
    #expect(error == nil)
    let leaf = "1: \(long),C,1"
    #expect(
      reader.events == [
        "1: <a> none", leaf, leaf, "1: <test> \(longer)", "</test>", leaf, "</?>",
      ])
  }
}

extension Span<UInt8> {
  fileprivate var text: String {
    withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
