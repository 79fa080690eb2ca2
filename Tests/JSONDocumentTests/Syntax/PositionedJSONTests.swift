import JSONDocument
import Testing

@Suite struct PositionedJSONTests {
  @Test func everyValueKnowsWhereItBegins() throws {
    let text = """
      // a policy
      {
        "version": 1, /* two
        lines */ "gates": [true, null, "é", -0.50e+3,],
      }
      """
    let root = try PositionedJSON.parse(Array(text.utf8))
    #expect(
      outline(root) == """
        2:1 {
        3:3 version = 3:14 1
        4:12 gates = 4:21 [4:22 true, 4:28 null, 4:34 "é", 4:40 -0.50e+3]
        }
        """)
  }

  @Test(arguments: [
    (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz"),
    (#""\u00e9\u20AC\uD83D\uDE00""#, "é€😀"),
    (#""\u0000""#, "\u{0}"),
    ("\"é€😀\u{7F}\"", "é€😀\u{7F}"),
    (#""""#, ""),
  ])
  func escapesAreResolved(text: String, expected: String) throws {
    guard case .string(let string) = try PositionedJSON.parse(Array(text.utf8)).value else {
      Issue.record("not a string")
      return
    }
    #expect(string == expected)
  }

  @Test func aByteOrderMarkTakesNoColumn() throws {
    let root = try PositionedJSON.parse([0xEF, 0xBB, 0xBF] + Array(" 1".utf8))
    #expect(root.position == JSONPosition(line: 1, column: 2))
  }

  @Test func depthIsLimited() {
    let most = PositionedJSON.maximumDepth
    let deepest = String(repeating: "[", count: most) + String(repeating: "]", count: most)
    #expect(message("[1]") == "accepted")
    #expect(message(deepest) == "accepted")
    #expect(message("[" + deepest + "]") == "1:65: nested deeper than 64 levels")
    #expect(
      message(String(repeating: "[{\"a\":", count: 200_000))
        == "1:193: nested deeper than 64 levels")
  }

  @Test(arguments: [
    ("", "1:1: found the end of the file, expected a value"),
    (" \n ", "2:2: found the end of the file, expected a value"),
    ("{\"a\": }", "1:7: found '}', expected a value"),
    ("{\"a\" 1}", "1:6: found '1', expected ':'"),
    ("{a: 1}", "1:2: found 'a', expected a key in quotes or '}'"),
    ("{'a': 1}", "1:2: found a single quote, expected a key in quotes or '}'"),
    ("{,}", "1:2: found ',', expected a key in quotes or '}'"),
    ("{\"a\": 1 \"b\": 2}", "1:9: found a string, expected ',' or '}'"),
    ("{\"a\": 1]", "1:8: found ']', expected ',' or '}'"),
    ("{\"a\": 1", "1:8: found the end of the file, expected ',' or '}'"),
    ("[1 2]", "1:4: found '2', expected ',' or ']'"),
    ("[,]", "1:2: found ',', expected a value or ']'"),
    ("[1,,]", "1:4: found ',', expected a value or ']'"),
    ("[1}", "1:3: found '}', expected ',' or ']'"),
    ("[1,\n2", "2:2: found the end of the file, expected ',' or ']'"),
    ("1 2", "1:3: found '2', expected the end of the file"),
    ("{} // fine\n}", "2:1: found '}', expected the end of the file"),
    ("NaN", "1:1: found 'NaN', expected a value"),
    ("[-Infinity]", "1:3: found 'Infinity', expected a digit"),
    ("True", "1:1: found 'True', expected a value"),
    ("nul", "1:1: found 'nul', expected a value"),
    ("nulll", "1:1: found 'nulll', expected a value"),
    ("é", "1:1: found 'é', expected a value"),
    ("\u{0}", "1:1: found U+0000, expected a value"),
    ("/x", "1:1: found '/', expected a value"),
    ("01", "1:1: found '01', expected a number without leading zeros"),
    ("[-00.5]", "1:2: found '-00', expected a number without leading zeros"),
    ("+1", "1:1: found '+', expected a value"),
    (".5", "1:1: found '.', expected a value"),
    ("[1.]", "1:4: found ']', expected a digit"),
    ("1e", "1:3: found the end of the file, expected a digit"),
    ("1e+x", "1:4: found 'x', expected a digit"),
    ("0x1F", "1:2: found 'x1F', expected the end of the file"),
    ("-", "1:2: found the end of the file, expected a digit"),
    ("  \"abc", "1:3: unterminated string, expected '\"'"),
    ("\"abc\\", "1:1: unterminated string, expected '\"'"),
    ("\"abc\\u00", "1:1: unterminated string, expected '\"'"),
    ("[ /* a\n", "1:3: unterminated comment, expected '*/'"),
    ("/*/", "1:1: unterminated comment, expected '*/'"),
    ("\"a\nb\"", "1:3: found the control character U+000A in a string, expected an escape"),
    ("\"\u{0}\"", "1:2: found the control character U+0000 in a string, expected an escape"),
    ("\"\\x41\"", "1:2: found '\\x', expected an escape such as \\n or \\u0020"),
    ("\"\\u12G4\"", "1:6: found 'G', expected four hexadecimal digits"),
    ("\"\\uD83D\"", "1:2: found the lone surrogate U+D83D, expected a pair"),
    ("\"\\uD83D\\n\"", "1:2: found the lone surrogate U+D83D, expected a pair"),
    ("\"\\uD83D\\u0041\"", "1:2: found the lone surrogate U+D83D, expected a pair"),
    ("\"a\\uDE00\"", "1:3: found the lone surrogate U+DE00, expected a pair"),
    ("{\"min\": 1,\n\"max\": 2,\n \"min\": 3}", "3:2: duplicate key 'min', first at line 1"),
    ("{\"a\": 1, \"\\u0061\": 3}", "1:10: duplicate key 'a', first at line 1"),
  ])
  func errorsNameThePlaceAndTheReason(text: String, expected: String) {
    #expect(message(text) == expected)
  }

  @Test(
    arguments: [
      ([0x22, 0x80, 0x22], "1:2"),  // a continuation byte alone
      ([0x22, 0xC0, 0xAF, 0x22], "1:2"),  // overlong
      ([0x22, 0x41, 0xE0, 0x80, 0x80, 0x22], "1:3"),  // overlong
      ([0x22, 0xED, 0xA0, 0x80, 0x22], "1:2"),  // a surrogate
      ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], "1:2"),  // above U+10FFFF
      ([0x22, 0xC3, 0x22], "1:2"),  // cut
      ([0x2F, 0x2F, 0xFF], "1:3"),  // in a comment
      ([0x2F, 0x2A, 0x0A, 0xFF, 0x2A, 0x2F], "2:1"),
      ([0xFF], "1:1"),
      ([0xFF, 0xFE, 0x7B, 0x00], "1:1"),  // UTF-16
    ] as [([UInt8], String)])
  func bytesThatAreNotUTF8AreRefused(bytes: [UInt8], place: String) {
    #expect(message(bytes) == "\(place): found bytes that are not UTF-8")
  }

  private func message(_ text: String) -> String { message(Array(text.utf8)) }

  private func message(_ bytes: [UInt8]) -> String {
    do throws(JSONSyntaxError) {
      _ = try PositionedJSON.parse(bytes)
      return "accepted"
    } catch {
      return error.description
    }
  }

  private func outline(_ json: PositionedJSON) -> String {
    let place = "\(json.position.line):\(json.position.column)"
    switch json.value {
    case .null: return "\(place) null"
    case .bool(let value): return "\(place) \(value)"
    case .number(let text): return "\(place) \(text)"
    case .string(let text): return "\(place) \"\(text)\""
    case .array(let elements):
      return "\(place) [" + elements.map(outline).joined(separator: ", ") + "]"
    case .object(let members):
      let lines = members.map {
        "\($0.keyPosition.line):\($0.keyPosition.column) \($0.key) = \(outline($0.value))\n"
      }
      return "\(place) {\n" + lines.joined() + "}"
    }
  }
}
