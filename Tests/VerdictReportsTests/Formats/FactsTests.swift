import Testing
import VerdictModel

@testable import VerdictReports

struct FactsTests {
  private func read(_ text: String, pieces size: Int = 64 * 1024) throws(ReportError) -> [String] {
    let report = try TextReports.read(text, as: .facts, pieces: size)
    guard case .facts(let facts) = report.content else { return [] }
    return facts.facts.map { "\($0.key)=\($0.value)" }
  }

  @Test(arguments: [1, 7, 4096])
  func readsWordsNumbersAndBooleans(size: Int) throws {
    let text =
      #"{"b": {"c": 8.40, "d": {"e": "x"}}, "a": true, "ä.\u00e9": "412MiB", "n": -2.5e-05}"#
    #expect(
      try read(text, pieces: size) == [
        "a=boolean(true)", "b.c=number(8.4)", #"b.d.e=text("x")"#, "n=number(-0.000025)",
        #"ä.é=text("412MiB")"#,
      ])
  }

  @Test(arguments: [
    ("0", "0"), ("-0.0", "0"), ("1e3", "1000"), ("1E+3", "1000"), ("12.50e-1", "1.25"),
    ("8.333333333333334", "8.333333333333334"), ("123456789012345678", "123456789012345678"),
    ("0e99", nil), ("1e17", "100000000000000000"), ("1e18", nil), ("1e-18", "0.000000000000000001"),
    ("1e-19", nil), ("10e-19", "0.000000000000000001"), ("1234567890123456789", nil),
    ("1e99999999999999999999", nil), ("1e-9223372036854775808", nil),
  ])
  func numbersAreExactOrRefused(written: String, expected: String?) throws {
    if let expected {
      #expect(try read(#"{"a": \#(written)}"#) == ["a=number(\(expected))"])
    } else {
      #expect {
        try read(#"{"a": \#(written)}"#)
      } throws: {
        "\($0)" == "1:7: found the number \(written) for 'a', expected at most 18 digits"
      }
    }
  }

  @Test(arguments: [
    ("[]", "1:1: found a list, expected an object of facts"),
    (#""a""#, "1:1: found a text, expected an object of facts"),
    (#"{"a": null}"#, "1:7: found null for 'a', expected a text, a number, true or false"),
    (
      #"{"a": {"b": [1]}}"#,
      "1:13: found a list for 'a.b', expected a text, a number, true or false"
    ),
    (
      "{\"a\": 1,\n\"a\": 2}",
      "2:1: not valid JSON: duplicate key 'a', first at line 1"
    ),
    (
      "{\"a.b\": 1,\n\"a\": {\"b\": 1}}",
      "2: found 'a.b' twice, at lines 1 and 2, expected each key once"
    ),
    (#"{"a": 1"#, "1:8: the file ends too early, expected ',' or '}'"),
  ])
  func refusesWhatIsNoFact(text: String, words: String) {
    #expect {
      try read(text)
    } throws: {
      "\($0)" == words
    }
  }

  @Test func deepObjectsAreRefused() {
    let text = String(repeating: #"{"a":"#, count: 65) + "1" + String(repeating: "}", count: 65)
    #expect {
      try read(text)
    } throws: {
      "\($0)" == "1:321: the depth of arrays and objects exceeds the limit of 64"
    }
  }

  @Test func largeFilesAreRefused() {
    let text = #"{"a": ""# + String(repeating: "a", count: FactsParser.maximumSize) + #""}"#
    #expect {
      try read(text)
    } throws: {
      "\($0)" == "the size in bytes exceeds the limit of 4194304"
    }
  }

  @Test func noFactIsNoEvidence() throws {
    #expect(try TextReports.read("{}", as: .facts).content.isEmpty)
    #expect(try TextReports.read(#"{"a": {}}"#, as: .facts).content.isEmpty)
  }
}
