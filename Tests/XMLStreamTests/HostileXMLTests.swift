import Testing
import XMLStream

/// Documents made to hurt.
struct HostileXMLTests {
  @Test func neverExpandsEntities() {
    let bomb = """
      <!DOCTYPE line [
        <!ENTITY a "aaaaaaaaaa"> <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
      ]>
      <line>&c;</line>
      """
    let (recorder, error) = Recorder.read(bomb)
    #expect(error == XMLError(.entity("a"), line: 2))
    #expect(recorder.events.isEmpty)
    #expect(recorder.text.isEmpty)
  }

  @Test(arguments: [
    (#"<!DOCTYPE line [<!ENTITY x SYSTEM "file:///etc/passwd">]><line>&x;</line>"#, "x"),
    (#"<!DOCTYPE line [<!ENTITY x SYSTEM "file:///etc/passwd">]><line name="&x;"/>"#, "x"),
    (#"<!DOCTYPE line SYSTEM "http://localhost/x.dtd"><line name="a&nbsp;b"/>"#, "nbsp"),
    (#"<!DOCTYPE line [<!ENTITY % p SYSTEM "http://localhost/x"> %p;]><line/>"#, "p"),
  ])
  func neverFollowsEntities(document: String, name: String) {
    let (recorder, error) = Recorder.read(document)
    #expect(error == XMLError(.entity(name), line: 1))
    #expect(!recorder.events.contains { $0.contains("name=") })
  }

  @Test func unusedDeclarationsAreHarmless() {
    let (_, error) = Recorder.read(
      #"<!DOCTYPE line [<!ENTITY x SYSTEM "file:///etc/passwd">]><line/>"#)
    #expect(error == nil)
  }

  @Test func refusesDepth() {
    let (recorder, error) = Recorder.read(String(repeating: "<line>\n", count: 200_000))
    #expect(error == XMLError(.tooDeep(limit: 256), line: 257))
    #expect(recorder.events.count == 256)
  }

  @Test func refusesAnEndlessAttribute() {
    let (_, error) = Recorder.read(
      "<line>\n<line name=\"" + String(repeating: "x", count: 12_000_000) + "\"/></line>",
      pieces: 65_536)
    #expect(error?.kind == .tooLong(limit: 10_000_000))
    #expect(error?.line == 2)
  }

  @Test func refusesAMillionNames() {
    let names = (0..<200_000).map { "<e\($0)/>" }.joined()
    let (_, error) = Recorder.read("<line>\(names)</line>", pieces: 65_536)
    #expect(error?.kind == .tooManyNames(limit: 65_536))
  }

  @Test(arguments: [("", ""), ("<![CDATA[", "]]>")])
  func endlessTextPassesThrough(before: String, after: String) {
    let text = String(repeating: "a ]] é €\n", count: 1_000_000)
    let (recorder, error) = Recorder.read("<line>\(before)\(text)\(after)</line>", pieces: 65_537)
    #expect(error == nil)
    #expect(recorder.text == text)
    #expect(recorder.events == ["1: <line>", "</line>"])
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8])
  func sectionsEndWhereTheyEnd(size: Int) {
    let (recorder, error) = Recorder.read(
      "<line><![CDATA[]]]]><![CDATA[>é]>]]x]]]></line>", pieces: size)
    #expect(error == nil)
    #expect(recorder.text == "]]>é]>]]x]")
  }
}
