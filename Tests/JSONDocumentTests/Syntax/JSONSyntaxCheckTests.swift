import JSONDocument
import Testing

@Suite struct JSONSyntaxCheckTests {
  @Test(arguments: ["{}", " [1, -0.5e-3, \"\\u00e9\", null] ", "\"\"", "0", "\u{FEFF}[]"])
  func jsonHasNoError(text: String) {
    #expect(firstError(text) == nil)
  }

  @Test(arguments: [
    ("[1,]", "1:4: found ']', expected a value"),
    ("/**/[]", "1:1: found '/', expected a value"),
    ("{\"a\": 1, // one\n}", "1:10: found '/', expected a key in quotes"),
    ("\u{FEFF}\u{FEFF}[]", "1:1: found '\u{FEFF}', expected a value"),
  ])
  func whatOnlyPeopleWriteIsRefused(text: String, expected: String) {
    #expect(firstError(text) == expected)
  }

  @Test func equalKeysAreJSON() {
    #expect(firstError(#"{"a":1,"a":2}"#) == nil)
  }

  private func firstError(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    return JSONSyntaxCheck.firstError(in: bytes.span)?.description
  }
}
