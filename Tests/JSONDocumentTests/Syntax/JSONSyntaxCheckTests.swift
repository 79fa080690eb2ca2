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

  @Test(arguments: [
    (#"{"a":1,"a":2}"#, "1:8: duplicate key 'a', first at line 1"),
    (
      "[{\"b\": {}, \"a\": [],\n\"c\": {\"a\": 1},\n \"\\u0061\": 2}]",
      "3:2: duplicate key 'a', first at line 1"
    ),
    (#"{"a": {"x": {"": 1, "": 1}}}"#, "1:21: duplicate key '', first at line 1"),
    (
      "{\"\u{E9}\": 1, \"e\u{301}\": 2}",
      "1:11: duplicate key 'e\u{301}', first at line 1"
    ),
    (#"{"a": 1, "a" 2}"#, "1:10: duplicate key 'a', first at line 1"),
  ])
  func equalKeysCanBeRefused(text: String, expected: String) {
    #expect(firstError(text, refusesDuplicateKeys: true) == expected)
  }

  @Test(arguments: [
    #"{"a": {"a": [{"a": 1}, {"a": 1}]}, "b": {"a": 1}, "A": 1}"#, "[]", "1",
    #"{"a": "a", "b": ["a", "a"]}"#,
  ])
  func keysOfOtherObjectsAreNoDuplicates(text: String) {
    #expect(firstError(text, refusesDuplicateKeys: true) == nil)
  }

  private func firstError(_ text: String, refusesDuplicateKeys: Bool = false) -> String? {
    let bytes = Array(text.utf8)
    return JSONSyntaxCheck.firstError(
      in: bytes.span, refusesDuplicateKeys: refusesDuplicateKeys)?.description
  }
}
