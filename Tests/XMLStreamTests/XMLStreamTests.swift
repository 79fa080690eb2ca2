import Testing
import XMLStream

struct XMLStreamTests {
  static let document = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE coverage SYSTEM 'http://cobertura.sourceforge.net/xml/coverage-03.dtd'>
    <!-- <line number="0"/> -->
    <coverage line-rate="0.5">
      <line number="1" other="x"/><line
        number="2">a &amp; b &#65;<![CDATA[ <c> ]]></line>
    </coverage>
    """

  @Test(arguments: [1, 2, 3, 7, 4096])
  func tellsTheSameHoweverTheInputIsCut(size: Int) {
    let (recorder, error) = Recorder.read(Self.document, pieces: size)
    #expect(error == nil)
    #expect(
      recorder.events == [
        "4: <?coverage line-rate=0.5>", "5: <line number=1>", "</line>", "6: <line number=2>",
        "</line>", "</?>",
      ])
    #expect(recorder.text == "\n  a & b A <c> \n")
  }

  @Test func tellsTextOnlyWhereItIsAskedFor() throws {
    struct Names: XMLHandler {
      enum Word: Int, XMLVocabulary { case name }
      var text = ""

      mutating func start(_ element: borrowing XMLElement<Word>) {
        if element.name == .name { element.collectText() }
      }
      mutating func end(_ name: Word?) {}
      mutating func text(_ piece: Span<UInt8>) {
        text += piece.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      }
    }
    let stream = XMLStream(Names())
    let document = "<a>1<name>2<b>3</b><name>4</name>5</name>6<![CDATA[7]]><name>8</name>9</a>"
    try stream.consume(Array(document.utf8).span)
    try stream.finish()
    #expect(stream.handler.text == "23458")
  }

  @Test func replacesReferencesInAttributes() {
    let (recorder, error) = Recorder.read(#"<line name="A&amp;B &lt;T&gt; &quot;q&quot; &#xe9;"/>"#)
    #expect(error == nil)
    #expect(recorder.events == [#"1: <line name=A&B <T> "q" é>"#, "</line>"])
  }

  @Test func ignoresNamespaces() {
    let (recorder, error) = Recorder.read(
      #"<n:line xmlns:n="urn:n" n:number="1"><undeclared:line xsi:schema="x"/></n:line>"#)
    #expect(error == nil)
    #expect(recorder.events == ["1: <line number=1>", "1: <line>", "</line>", "</line>"])
  }

  @Test func ignoresDefaultsFromTheInternalSubset() {
    let (recorder, error) = Recorder.read(
      #"<!DOCTYPE line [<!ATTLIST line number CDATA "7">]><line name="x"/>"#)
    #expect(error == nil)
    #expect(recorder.events == ["1: <line name=x>", "</line>"])
  }

  @Test func anAbsentAttributeIsNotAnEmptyOne() {
    let (recorder, _) = Recorder.read(#"<line name=""/>"#)
    #expect(recorder.events == ["1: <line name=>", "</line>"])
  }

  @Test func skipsWhiteSpaceBeforeTheDeclarationAndCountsItsLines() {
    let (recorder, error) = Recorder.read(" \n\n<?xml version=\"1.0\"?>\n<line/>", pieces: 1)
    #expect(error == nil)
    #expect(recorder.events == ["4: <line>", "</line>"])
  }

  @Test(arguments: [1, 3, 4096])
  func understandsOtherEncodings(size: Int) {
    let text = #"<?xml version="1.0" encoding="UTF-16"?><line name="é€"/>"#
    let units = ([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let latin = #"<?xml version="1.0" encoding="ISO-8859-1"?><line name="é"/>"#
    let bytes = latin.unicodeScalars.map { UInt8($0.value) }
    #expect(Recorder.read(units, pieces: size).0.events.first == "1: <line name=é€>")
    #expect(Recorder.read(bytes, pieces: size).0.events.first == "1: <line name=é>")
    let marked = [0xEF, 0xBB, 0xBF] + Array("<line/>".utf8)
    #expect(Recorder.read(marked, pieces: size).1 == nil)
  }

  @Test(arguments: [
    ("", XMLError(.truncated(inside: nil), line: 1)),
    ("  \n", XMLError(.truncated(inside: nil), line: 2)),
    ("<?php?>", XMLError(.truncated(inside: nil), line: 1)),
    ("<line numb", XMLError(.truncated(inside: nil), line: 1)),
    ("<line>\n<a><b/>", XMLError(.truncated(inside: "a"), line: 2)),
    ("<line>\n<a x=\"1", XMLError(.truncated(inside: "line"), line: 2)),
    ("<line>\ntext</", XMLError(.truncated(inside: "line"), line: 2)),
    ("<line><![CDATA[ ]", XMLError(.truncated(inside: "line"), line: 1)),
    ("{\"a\": 1}", XMLError(.malformed("Document is empty"), line: 1, column: 1)),
    (
      "<line>\n<a></b></line>",
      XMLError(
        .malformed("Opening and ending tag mismatch: a line 2 and b"), line: 2, column: 8)
    ),
    (
      "\n<line>\n<a x=\"1/><b/></line>",
      XMLError(
        .malformed("Unescaped '<' not allowed in attributes values"), line: 3, column: 10)
    ),
    (
      "<line>a\0b</line>", XMLError(.malformed("Char 0x0 out of allowed range"), line: 1, column: 8)
    ),
    (
      "<line/><line/>",
      XMLError(.malformed("Extra content at the end of the document"), line: 1, column: 8)
    ),
  ])
  func saysWhatIsWrongAndWhere(text: String, expected: XMLError) {
    #expect(Recorder.read(text).1 == expected)
  }

  /// libxml2 2.9 itself takes the line for the whole document.
  @Test(arguments: ["windows-1252", "US-ASCII", "Shift_JIS"], [1, 7, 4096])
  func refusesBytesThatAreNoneInTheEncoding(encoding: String, size: Int) {
    let head = Array("<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n<line name=\"a\"/>".utf8)
    let (recorder, error) = Recorder.read(head + [0x81, 0xFF, 0xFF], pieces: size)
    #expect(recorder.events == ["2: <line name=a>", "</line>"])
    #expect(
      error == XMLError(.malformed("bytes that are none in the document's encoding"), line: 2))
  }

  @Test func refusesInvalidUTF8() {
    let (_, error) = Recorder.read(
      Array("<line>\n<a x=\"".utf8) + [0xFF] + Array("\"/></line>".utf8))
    #expect(
      error
        == XMLError(
          .malformed("Input is not proper UTF-8, indicate encoding"), line: 2, column: 7))
  }

  @Test func saysTheSameAgainAfterAnError() throws {
    let stream = XMLStream(Recorder())
    let bad = Array(("<line></a>" + String(repeating: " ", count: 5000)).utf8)
    #expect(throws: XMLError.self) { try stream.consume(bad.span) }
    #expect(throws: XMLError.self) { try stream.consume(bad.span) }
    #expect(throws: XMLError.self) { try stream.finish() }
    #expect(stream.handler.events == ["1: <line>"])
  }

  @Test(
    "a document type may have any sign in its address, however it is cut", arguments: [1, 61, .max])
  func documentType(size: Int) {
    let (recorder, error) = Recorder.read(
      "<!DOCTYPE list SYSTEM 'http://a/>/b.dtd'>\n<list><line number=\"1\"/></list>", pieces: size)
    #expect(error == nil)
    #expect(
      recorder.events == ["2: <?list>", "2: <line number=1>", "</line>", "</?>"])
  }
}
