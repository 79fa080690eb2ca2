import JSONDocument
import Testing

@Suite struct JSONGlimpseTests {
  @Test func pathsNameWhatTheBeginningShows() {
    let bytes = Array(#"{"a": "1", "b": [{"c": {"d": "2"}}, {"c": "3"}], "e": [["#.utf8)
    let glimpse = JSONGlimpse(bytes.span)
    #expect(glimpse.text(at: "a") == "1")
    #expect(glimpse.shows("b[]"))
    #expect(!glimpse.shows("b"))
    #expect(glimpse.shows("b[].c"))
    #expect(glimpse.text(at: "b[].c") == nil)
    #expect(glimpse.text(at: "b[].c.d") == "2")
    #expect(glimpse.shows("e[]"))
    #expect(!glimpse.shows("f"))
  }

  @Test func membersMayBeCalledAnything() {
    let bytes = Array(#"{"a": {"x.y/z": {"n": 1, "k": {"d": "#.utf8)
    let glimpse = JSONGlimpse(bytes.span)
    #expect(glimpse.shows("k", inMembersOf: "a"))
    #expect(!glimpse.shows("x.y/z", inMembersOf: "a"))
    #expect(!glimpse.shows("k", inMembersOf: "b"))
    #expect(!glimpse.shows("a", inMembersOf: ""))
  }

  @Test(arguments: ["", "[1", "null", "<xml/>", "{\"a", "\u{0}", "{\"a\":", "{]"])
  func anythingMayBeginLikeAnything(text: String) {
    let bytes = Array(text.utf8)
    let glimpse = JSONGlimpse(bytes.span)
    #expect(!glimpse.shows("a"))
  }
}
