import VerdictModel

/// Everything holds or does not apply.
let passingVerdict = makeVerdict([
  makeGate(
    "Gate 1: code quality",
    [
      makeCheck("tests.failed", limit: Limit(.max, .count(0, .tests)), value: .count(0, .tests)),
      makeCheck(
        "findings", from: ["lint"], limit: Limit(.max, .count(0, .findings)),
        value: .count(0, .findings)),
    ]),
  makeGate(
    "Gate 2: test coverage",
    [
      makeCheck(
        "coverage.lines", limit: Limit(.min, percent("80")), value: share(9, 10), was: share(8, 10)),
      makeCheck(
        "coverage.lines", code: .newCode, .notApplicable(.tooLittle(found: 6, needed: 20, .lines)),
        limit: Limit(.min, percent("80"))),
    ]),
])

/// What is wrong in every kind of measured value.
let blockingVerdict = makeVerdict([
  makeGate(
    "Tests",
    [
      makeCheck(
        "tests.failed", .violated, .block, limit: Limit(.max, .count(0, .tests)),
        value: .count(12, .tests), was: .count(0, .tests),
        places: (1...12).map {
          CheckPlace(
            path: "tests/test_\($0).py", lines: LineRanges([$0]), text: "Suite › case \($0)")
        }),
      makeCheck(
        "tests.total", .violated, .warn, limit: Limit(.maxDrop, percent("5")),
        value: .count(90, .tests), was: .count(100, .tests)),
    ]),
  makeGate(
    "Coverage",
    [
      makeCheck(
        "coverage.lines", .violated, .block, limit: Limit(.min, percent("80")),
        value: share(19_999, 25_000)),
      makeCheck(
        "coverage.lines", .violated, .review, limit: Limit(.maxDrop, points("0.5")),
        value: share(19_999, 25_000), was: share(81, 100)),
      makeCheck(
        "coverage.branches", .violated, .info, limit: Limit(.min, percent("70")), value: share(1, 3)
      ),
    ]),
  makeGate(
    "Speed",
    [
      makeCheck(
        "benchmark.time", each: "benchmark", item: "order_path/insert", .violated, .block,
        limit: Limit(.max, .duration(microseconds(10_000))), value: .duration(microseconds(10_001)))
    ]),
])

/// Every way of not knowing.
let undecidedVerdict = makeVerdict([
  makeGate(
    "Gate",
    [
      makeCheck(
        "tests.failed",
        .undecided(.gap(report: "unit", gaps: [.missing(patterns: ["reports/unit/**/*.xml"])])),
        .block),
      makeCheck(
        "coverage.lines",
        .undecided(
          .gap(
            report: "coverage",
            gaps: [
              .unreadable(
                file: "lcov.info", reason: "12:1: the file ends too early, expected end_of_record")
            ])), .block, limit: Limit(.min, percent("80"))),
      makeCheck(
        "findings", .undecided(.gap(report: "images", gaps: [.empty(file: "images.sarif")])), .block
      ),
      makeCheck(
        "findings", .undecided(.gap(report: "lint", gaps: [.missingShards(found: 2, expected: 3)])),
        .block),
      makeCheck("coverage.lines", code: .newCode, .undecided(.noChange), .review),
      makeCheck("benchmark.time", .undecided(.noBaseline), .warn),
      makeCheck("coverage.branches", component: "critical", .undecided(.nothingToMeasure), .info),
    ], reviewers: ["team:qa"])
])

/// A gate that asks for each file, and no file holds.
func makeVerdictOfManyFiles(_ count: Int) -> Verdict {
  makeVerdict([
    makeGate(
      "Coverage",
      (0..<count).map { number in
        makeCheck(
          "coverage.lines", each: "file", item: "src/file\(number).rs", .violated, .block,
          limit: Limit(.min, percent("80")), value: share(5, 10),
          places: [
            CheckPlace(
              path: "src/file\(number).rs", lines: LineRanges(ranges: [1...5]), text: "")
          ])
      })
  ])
}
