import JSONDocument
import Testing

@Suite struct JSONDocumentTests {
  @Test func valuesAreReadAsTheyAreWritten() throws {
    let text = #"""
      {"text": "a\u00e9\n\u0000😀", "int": -12, "whole": 1.2e1, "half": 0.5, "yes": true,
       "no": false, "nothing": null, "list": [1, [2, 3], {"a": 4}, "five"], "object": {"": 6}}
      """#
    try JSONDocument(text.utf8).read { value in
      #expect(value.kind == .object)
      #expect(value["text"]?.string == "aé\n\u{0}😀")
      #expect(value["int"]?.int == -12)
      #expect(value["whole"]?.int == 12)
      #expect(value["half"]?.int == nil)
      #expect(value["half"]?.double == 0.5)
      #expect(value["yes"]?.bool == true)
      #expect(value["no"]?.bool == false)
      #expect(value["nothing"]?.isNull == true)
      #expect(value["list"]?.elements.map(\.kind) == [.number, .array, .object, .string])
      #expect(value["object"]?[""]?.int == 6)
      #expect(
        value.members.map { $0.key.string ?? "" }
          == ["text", "int", "whole", "half", "yes", "no", "nothing", "list", "object"])
      #expect(value["list"]?.elements.first?.int == 1)
    }
  }

  @Test func aValueOfAnotherTypeAnswersNothing() throws {
    try JSONDocument(#"{"a": "text", "b": [], "c": {}}"#.utf8).read { value in
      #expect(value["missing"]?.kind == nil)
      #expect(value["a"]?["b"]?.kind == nil)
      #expect(value["a"]?.int == nil)
      #expect(value["a"]?.double == nil)
      #expect(value["a"]?.bool == nil)
      #expect(value["a"]?.members.isEmpty == true)
      #expect(value["a"]?.elements.first?.kind == nil)
      #expect(value["b"]?.string == nil)
      #expect(value["b"]?.elements.first?.kind == nil)
      #expect(value["c"]?.members.isEmpty == true)
      #expect(value.string == nil)
    }
  }

  @Test func stringsCompareAsBytes() throws {
    try JSONDocument(#"["fail", "fai", "failing", "long enough for words", 1]"#.utf8).read {
      value in
      let matches = value.elements.map { $0 == "fail" || $0 == "long enough for words" }
      #expect(matches == [true, false, false, true, false])
    }
  }

  @Test func theFirstOfEqualKeysIsFound() throws {
    try JSONDocument(#"{"a": 1, "a": 2}"#.utf8).read { value in
      #expect(value["a"]?.int == 1)
      #expect(value.members.map { $0.value.int } == [1, 2])
    }
  }

  @Test(
    arguments: [
      ("9223372036854775807", Int.max, 9223372036854775807.0),
      ("-9223372036854775808", Int.min, -9223372036854775808.0),
      ("9223372036854775808", nil, 9223372036854775808.0),
      ("18446744073709551615", nil, 18446744073709551615.0),
      ("18446744073709551616", nil, 18446744073709551616.0),
      ("-9223372036854775809", nil, -9223372036854775809.0),
      ("9007199254740991.0", 9_007_199_254_740_991, 9007199254740991.0),
      ("9007199254740993.0", nil, 9007199254740992.0),
      ("-0", 0, 0.0),
      ("1e-999", 0, 0.0),
      ("1e999", nil, nil),
      ("-1e999", nil, nil),
      ("0." + String(repeating: "3", count: 10_000), nil, 1.0 / 3),
      ("1" + String(repeating: "0", count: 300), nil, 1e300),
      ("1" + String(repeating: "0", count: 10_000), nil, nil),
    ] as [(String, Int?, Double?)])
  func numbersMayBeOfAnySize(text: String, int: Int?, double: Double?) throws {
    try JSONDocument("[1, \(text), 2]".utf8).read { value in
      let numbers = Array(value.elements)
      #expect(numbers.count == 3)
      #expect(numbers[1].int == int)
      #expect(numbers[1].double == double)
      #expect(numbers[2].int == 2)
    }
  }

  @Test(arguments: [
    ("", "1:1: found the end of the file, expected a value"),
    ("{\"a\": 1,}", "1:9: found '}', expected a key in quotes"),
    ("[1,]", "1:4: found ']', expected a value"),
    ("// no\n[]", "1:1: found '/', expected a value"),
    ("[1]\n]", "2:1: found ']', expected the end of the file"),
    ("{} {}", "1:4: found '{', expected the end of the file"),
    ("[\"a\\u12\"]", "1:8: found a string, expected four hexadecimal digits"),
    ("[1e999, \"\n\"]", "1:10: found the control character U+000A in a string, expected an escape"),
    ("[1\u{0}]", "1:3: found U+0000, expected ',' or ']'"),
    ("[\"\\ud800\"]", "1:3: found the lone surrogate U+D800, expected a pair"),
    ("[nan]", "1:2: found 'nan', expected a value or ']'"),
  ])
  func errorsNameThePlace(text: String, expected: String) {
    #expect(message { try JSONDocument(text.utf8).read { _ in } } == expected)
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    let bytes = Array("[\"".utf8) + [0xC3, 0x28] + Array("\"]".utf8)
    #expect(
      message { try JSONDocument(bytes).read { _ in } } == "1:3: found bytes that are not UTF-8")
  }

  @Test func aByteOrderMarkIsSkipped() throws {
    let document = JSONDocument([0xEF, 0xBB, 0xBF] + Array("[7]".utf8))
    #expect(try document.read { $0.elements.first?.int } == 7)
  }

  @Test func depthIsLimited() throws {
    let most = JSONDocument.maximumDepth
    let deep = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
    #expect(message { try JSONDocument(deep(most - 1).utf8).read { _ in } } == "accepted")
    #expect(
      message { try JSONDocument(deep(200_000).utf8).read { _ in } }
        == "1:1025: nested deeper than 1024 levels")
    #expect(
      message { try JSONDocument(String(repeating: "[{\"a\":", count: 200_000).utf8).read { _ in } }
        == "1:3073: nested deeper than 1024 levels")
  }

  @Test func everyTruncationIsRefused() {
    let text = Array(#"{"a": [1.5, true, null, "\u00e9\ud83d\ude00é"], "b": {"c": -1}}"#.utf8)
    for length in 0..<text.count {
      let cut = text[..<length]
      #expect(message { try JSONDocument(cut).read { _ in } } != "accepted", "\(length) bytes")
    }
    #expect(message { try JSONDocument(text).read { _ in } } == "accepted")
  }

  @Test func chunksMayBeCutAnywhere() throws {
    let bytes = Array(#"["é", 12]"#.utf8)
    for cut in bytes.indices {
      var text = JSONText(sizeHint: 3)
      let hadRoom =
        text.append(bytes.span.extracting(0..<cut))
        && text.append(bytes.span.extracting(cut..<bytes.count))
      #expect(hadRoom)
      #expect(text.count == bytes.count)
      let document = JSONDocument(&text)
      #expect(
        try document.read { $0.elements.map { $0.string ?? "\($0.int ?? 0)" } } == ["é", "12"])
      #expect(text.count == 0)
    }
  }
}

/// The error's words, or `accepted`.
func message(_ body: () throws -> Void) -> String {
  do {
    try body()
    return "accepted"
  } catch {
    return "\(error)"
  }
}
