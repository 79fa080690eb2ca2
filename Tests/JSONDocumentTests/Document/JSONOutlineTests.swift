import JSONDocument
import Testing

@Suite struct JSONOutlineTests {
  @Test func someContainersAreOpenedAndTheOthersPassedOver() throws {
    let text = #"""
       { "v" : "]}\"" , "runs": [ {"tool": {"a": [1]}, "results" : [ {"x": "[{"}, 2 ,"\\" , []]},
        7 ], "n": -1.5e3 }
      """#
    let document = JSONDocument(text.utf8)
    let outline = try document.outline(opening: ["", "runs", "runs[]", "runs[].results"])
    #expect(
      try describe(outline, document)
        == #"{v: "]}"", runs: [{tool: {a: [1]}, results: [{x: "[{"}, 2, "\", []]}, 7], n: -1500}"#)
  }

  @Test func somethingElseAtAPathIsPassedOver() throws {
    let document = JSONDocument(#"{"runs": {"results": []}, "x": [1]}"#.utf8)
    let outline = try document.outline(opening: ["", "runs[]", "x[]"])
    #expect(try describe(outline, document) == "{runs: {results: []}, x: [1]}")
    guard case .object(let members) = outline, case .unread = members[0].value else {
      Issue.record("runs was opened")
      return
    }
  }

  @Test(arguments: [
    (#"{"a": 1, "b": {"c": 2, "d""#, ["a", "b"], "1:27: found the end of the file, expected ':'"),
    (
      #"{"a": 1, "b": {"c": 2}"#, ["a", "b"], "1:23: found the end of the file, expected ',' or '}'"
    ),
    (#"{"a": 1, "b""#, ["a"], "1:13: found the end of the file, expected ':'"),
    (#"{"a": 1}}"#, ["a"], "1:9: found '}', expected the end of the file"),
    (#"{"a": 1 2}"#, ["a"], "1:9: found '2', expected ',' or '}'"),
    ("[1", [], "1:3: found the end of the file, expected ',' or ']'"),
    (#"{"a": 1}"#, ["a"], nil),
  ])
  func whatStandsBeforeAnErrorIsFound(text: String, keys: [String], error: String?) {
    let (outline, fault) = JSONDocument(text.utf8).readableOutline(opening: ["", "b"])
    #expect(fault?.description == error)
    guard case .object(let members) = outline else {
      #expect(keys == [])
      return
    }
    #expect(members.map(\.key) == keys)
  }

  @Test func partsAreReadOneByOne() throws {
    let document = JSONDocument("[1, 22, 333]".utf8)
    guard case .array(let elements) = try document.outline(opening: [""]) else {
      Issue.record("not an array")
      return
    }
    let extents = elements.compactMap { if case .unread(let extent) = $0 { extent } else { nil } }
    var numbers: [Int?] = []
    try document.read(each: extents) { numbers.append($0.int) }
    #expect(numbers == [1, 22, 333])
  }

  @Test(arguments: [
    ("[1,]", "1:4: found ']', expected a value"),
    ("[1 2]", "1:4: found '2', expected ',' or ']'"),
    ("[,]", "1:2: found ',', expected a value or ']'"),
    ("[1}", "1:3: found '}', expected ',' or ']'"),
    ("[[1}]", "1:4: found '}', expected ',' or ']'"),
    ("[1] 2", "1:5: found '2', expected the end of the file"),
    ("[\"a]", "1:2: unterminated string, expected '\"'"),
    ("[\n{\"a\":1}", "2:8: found the end of the file, expected ',' or ']'"),
    ("[\n{\"a\":1", "2:7: found the end of the file, expected ',' or '}'"),
    ("{\"a\" 1}", "1:6: found '1', expected ':'"),
    ("{\"a\":}", "1:6: found '}', expected a value"),
    ("{\"a\":1,}", "1:8: found '}', expected a key in quotes"),
    ("{\"\\q\":1}", "1:3: found '\\q', expected an escape such as \\n or \\u0020"),
    ("[tru]", "1:2: found 'tru', expected a value or ']'"),
    ("[1, \"\\ud800\"]", "1:6: found the lone surrogate U+D800, expected a pair"),
    ("", "1:1: found the end of the file, expected a value"),
  ])
  func everythingIsChecked(text: String, expected: String) {
    let document = JSONDocument(text.utf8)
    let words = message {
      try readAll(try document.outline(opening: ["", "[]"]), document)
    }
    #expect(words == expected)
  }

  /// Strings, escapes and brackets at every offset to the blocks of 64 bytes that skipping looks
  /// at.
  @Test func blocksOfBytesDoNotShow() throws {
    for shift in 0..<130 {
      let filler = String(repeating: "x", count: shift)
      let text = #"[{"\#(filler)":"\\\"}]"},["\\\\",{"a":"[\""}],"\#(filler)\\",17,true]"#
      let document = JSONDocument(text.utf8)
      let whole = try document.read { show($0) }
      #expect(try describe(try document.outline(opening: [""]), document) == whole)
    }
  }

  private func readAll(
    _ outline: JSONOutline, _ document: JSONDocument
  ) throws(JSONSyntaxError) {
    switch outline {
    case .unread(let extent): try document.read(extent) { _ in }
    case .array(let elements): for element in elements { try readAll(element, document) }
    case .object(let members): for member in members { try readAll(member.value, document) }
    }
  }

  private func describe(_ outline: JSONOutline, _ document: JSONDocument) throws -> String {
    switch outline {
    case .unread(let extent): return try document.read(extent) { show($0) }
    case .array(let elements):
      return "[" + (try elements.map { try describe($0, document) }).joined(separator: ", ") + "]"
    case .object(let members):
      let parts = try members.map { "\($0.key): " + (try describe($0.value, document)) }
      return "{" + parts.joined(separator: ", ") + "}"
    }
  }

  private func show(_ value: JSONValue) -> String {
    switch value.kind {
    case .null: "null"
    case .bool: "\(value.bool ?? false)"
    case .number: value.int.map(String.init) ?? "\(value.double ?? 0)"
    case .string: "\"\(value.string ?? "")\""
    case .array: "[" + value.elements.map(show).joined(separator: ", ") + "]"
    case .object:
      "{"
        + value.members.map { "\($0.key.string ?? ""): \(show($0.value))" }
        .joined(separator: ", ") + "}"
    }
  }
}
