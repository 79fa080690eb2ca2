import Testing
import VerdictModel

@testable import VerdictRendering

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite struct JSONTests {
  @Test func everyFieldIsWritten() throws {
    let verdict = makeVerdict(
      [
        makeGate(
          "G",
          [
            makeCheck(
              "coverage.lines", component: "core", each: "file", item: "a.rs", .violated, .block,
              limit: Limit(.min, percent("79.50")), value: share(76, 100), was: share(80, 100),
              places: [CheckPlace(path: "a.rs", lines: LineRanges([3, 4, 9]), text: "")], line: 7,
              remarks: ["note"]),
            makeCheck(
              "tests.failed", from: ["unit"],
              .undecided(.gap(report: "unit", gaps: [.missing(patterns: ["*.xml"])])), .warn),
          ])
      ], baseline: sampleBaseline,
      evidence: [
        EvidenceSummary(id: "unit", sources: [], gaps: [.missing(patterns: ["*.xml"])])
      ], notices: [Notice("odd", line: 3)])
    #expect(
      try render("json", verdict)
        == """
        {
          "baseline" : {
            "commit" : "9f3c2ab1d4e5f60718293a4b5c6d7e8f90a1b2c3",
            "distance" : 3,
            "saved" : "2025-01-01T00:00:00Z"
          },
          "counts" : {
            "block" : 1,
            "info" : 0,
            "notApplicable" : 0,
            "review" : 0,
            "satisfied" : 0,
            "undecided" : 1,
            "warn" : 1
          },
          "evidence" : [
            {
              "gaps" : [
                {
                  "kind" : "missing",
                  "text" : "reports/unit is missing: no file matches *.xml"
                }
              ],
              "id" : "unit",
              "sources" : [

              ]
            }
          ],
          "gates" : [
            {
              "action" : "block",
              "checks" : [
                {
                  "action" : "block",
                  "answer" : "76 % < 79.5 %",
                  "baselineValue" : {
                    "covered" : 80,
                    "kind" : "share",
                    "text" : "80 % (80 of 100)",
                    "total" : 100
                  },
                  "limit" : {
                    "amount" : "79.5 %",
                    "mantissa" : 7950,
                    "relation" : "min",
                    "scale" : 2,
                    "text" : "at least 79.5 %",
                    "unit" : "percent"
                  },
                  "places" : [
                    {
                      "lines" : [
                        [
                          3,
                          4
                        ],
                        [
                          9,
                          9
                        ]
                      ],
                      "path" : "a.rs",
                      "text" : ""
                    }
                  ],
                  "remarks" : [
                    "note"
                  ],
                  "rule" : {
                    "column" : 9,
                    "line" : 7
                  },
                  "status" : "violated",
                  "subject" : {
                    "code" : "all",
                    "component" : "core",
                    "each" : "file",
                    "filter" : [

                    ],
                    "from" : [

                    ],
                    "item" : "a.rs",
                    "metric" : "coverage.lines",
                    "text" : "coverage.lines of core, a.rs"
                  },
                  "value" : {
                    "covered" : 76,
                    "kind" : "share",
                    "text" : "76 % (76 of 100)",
                    "total" : 100
                  }
                },
                {
                  "action" : "warn",
                  "answer" : "undecided: reports/unit is missing: no file matches *.xml",
                  "limit" : {
                    "amount" : "0 tests",
                    "mantissa" : 0,
                    "relation" : "max",
                    "scale" : 0,
                    "text" : "at most 0 tests",
                    "unit" : "tests"
                  },
                  "places" : [

                  ],
                  "reason" : {
                    "gaps" : [
                      {
                        "kind" : "missing",
                        "text" : "reports/unit is missing: no file matches *.xml"
                      }
                    ],
                    "kind" : "gap",
                    "report" : "unit",
                    "text" : "reports/unit is missing: no file matches *.xml"
                  },
                  "remarks" : [

                  ],
                  "rule" : {
                    "column" : 9,
                    "line" : 1
                  },
                  "status" : "undecided",
                  "subject" : {
                    "code" : "all",
                    "filter" : [

                    ],
                    "from" : [
                      "unit"
                    ],
                    "metric" : "tests.failed",
                    "text" : "tests.failed, in unit"
                  }
                }
              ],
              "id" : "g",
              "result" : "block",
              "reviewers" : [

              ],
              "title" : "G"
            }
          ],
          "generated" : "2025-01-02T03:04:05Z",
          "nextSteps" : [
            {
              "text" : "cover at least 4 of 24 uncovered lines: a.rs 3–4, 9"
            }
          ],
          "notices" : [
            {
              "line" : 3,
              "message" : "odd"
            }
          ],
          "obligations" : [

          ],
          "outcome" : "block",
          "policy" : "policy.json",
          "reason" : "Blocked because of coverage.lines of core, a.rs: 76 % < 79.5 %.",
          "schema" : "verdict/1",
          "stage" : "merge",
          "version" : "1.0.0"
        }

        """)
  }

  /// What the test reads back.
  private struct Decoded: Decodable {
    struct Gate: Decodable { var title: String }
    var policy: String
    var outcome: String
    var gates: [Gate]
  }

  @Test(arguments: hostileTexts)
  func textsComeBackAsTheyWere(text: String) throws {
    let output = try render("json", makeHostileVerdict(text))
    let decoded = try JSONDecoder().decode(Decoded.self, from: Data(output.utf8))
    #expect(Array(decoded.policy.unicodeScalars) == Array(text.unicodeScalars))
    #expect(decoded.gates.map(\.title) == [text, text, text])
  }

  @Test(arguments: [(passingVerdict, "pass"), (blockingVerdict, "block")])
  func theOutcomeIsAWord(verdict: Verdict, outcome: String) throws {
    let decoded = try JSONDecoder().decode(
      Decoded.self, from: Data(render("json", verdict).utf8))
    #expect(decoded.outcome == outcome)
  }

  @Test(
    arguments: [
      (share(1, 2), #"{"covered":1,"kind":"share","text":"50 % (1 of 2)","total":2}"#),
      (.count(3, .tests), #"{"count":3,"kind":"count","text":"3 tests","unit":"tests"}"#),
      (
        .duration(Picoseconds(.max)),
        #"{"kind":"duration","picoseconds":9223372036854775807,"text":"9223372 s"}"#
      ),
    ] as [(Quantity, String)])
  func quantities(quantity: Quantity, json: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(
      String(decoding: try encoder.encode(JSONQuantity(quantity)), as: UTF8.self) == json)
  }

  @Test(
    arguments: [
      (.undecided(.nothingToMeasure), "nothingToMeasure"), (.undecided(.noBaseline), "noBaseline"),
      (.undecided(.inconclusive), "inconclusive"),
      (.undecided(.comparedWithItself), "comparedWithItself"),
      (.undecided(.leftOver), "leftOver"),
      (.undecided(.unevenRounds(before: 1, after: 2)), "unevenRounds"),
      (.undecided(.noChange), "noChange"), (.undecided(.gap(report: "a", gaps: [])), "gap"),
      (.notApplicable(.nothingChanged), "nothingChanged"),
      (.notApplicable(.notInBaseline), "notInBaseline"),
      (.notApplicable(.tooLittle(found: 1, needed: 2, .lines)), "tooLittle"),
      (.notApplicable(.onlyDeleted(1, .lines)), "onlyDeleted"),
      (.notApplicable(.optionalReport("a")), "optionalReport"), (.satisfied, nil), (.violated, nil),
    ] as [(CheckStatus, String?)])
  func reasons(status: CheckStatus, kind: String?) {
    #expect(JSONReason(status, text: "text")?.kind == kind)
  }

  @Test(arguments: [
    ("\"##[error]\"", "\"#\\u0023[error]\""), ("a\u{202E}", "a\\u202e"),
    ("\u{E0041}", "\\udb40\\udc41"),
    ("a\nb", "a\nb"),
  ])
  func invisibleCharactersAreEscaped(text: String, escaped: String) {
    #expect(text.escapedForJSON == escaped)
  }
}
