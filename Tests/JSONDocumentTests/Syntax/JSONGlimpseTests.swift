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

  @Test(arguments: ["", "[1", "null", "<xml/>", "{\"a", "\u{0}", "{\"a\":", "{]"])
  func anythingMayBeginLikeAnything(text: String) {
    let bytes = Array(text.utf8)
    let glimpse = JSONGlimpse(bytes.span)
    #expect(!glimpse.shows("a"))
  }
}
