import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct ExplainTextTests {
  private let options = RenderOptions(width: 80, color: false)

  @Test("a gate is explained rule by rule")
  func gate() {
    #expect(
      ExplainText.render(
        .gate("gate 2: test coverage"), in: makeDocument(sampleVerdict), change: nil,
        options: options) == """
          Gate 2: test coverage (gate 2: test coverage): review needed from team:qa

            ✗ coverage.lines of critical, src/orders/book.rs
              measures    lines
              asks        at least 100 %
              saw         97.43 % (76 of 78)
              answer      violated: 97.43 % < 100 %, needs review
              uncovered   src/orders/book.rs 88
                          src/orders/book.rs 91
              rule        policy.json:34:9, stage merge
              to do       cover src/orders/book.rs lines 88 and 91, or have team:qa
                          approve it: verdict check --approve 'gate 2: test coverage=NAME'

            ! coverage.lines of new code
              measures    lines
              asks        at least 80 %
              saw         71.42 % (15 of 21)
              answer      violated: 71.42 % < 80 %, warns
              uncovered   src/risk/limits.rs 40–44
                          src/risk/limits.rs 61
              rule        policy.json:1:9, stage merge
              to do       cover at least 2 of 6 uncovered lines: src/risk/limits.rs 40–44,
                          61

            ? coverage.branches, in unit
              measures    branches
              asks        at least 60 %
              saw         nothing
              answer      undecided: reports/unit has 2 of 3 shards, warns
              read from   reports/unit: reports/unit/1.xml (junit)
              rule        policy.json:1:9, stage merge
              to do       complete reports/unit (2 of 3 shards)

            ✓ coverage.lines
              measures    lines
              asks        at least 80 %
              saw         81.20 % (3102 of 3820)
              baseline    9f3c2ab1 (3 commits back): 81.51 % (3114 of 3820), now −0.31 pp
              answer      holds: 81.20 % ≥ 80 %
              rule        policy.json:1:9, stage merge

            ✓ coverage.lines of critical, src/orders/id.rs
              measures    lines
              asks        at least 100 %
              saw         100 % (10 of 10)
              answer      holds: 100 % ≥ 100 %
              rule        policy.json:1:9, stage merge

          """)
  }

  @Test("one rule is explained, with new lines first")
  func rule() {
    let change = ChangeSet(
      origin: "change.diff",
      files: [
        ChangedFile(
          path: "src/orders/book.rs", kind: .modified, added: LineRanges([91]), deleted: .none)
      ])
    #expect(
      ExplainText.render(
        .rules(gate: "gate 2: test coverage", [SourcePosition(line: 34, column: 9)]),
        in: makeDocument(sampleVerdict), change: change, options: options) == """
          Gate 2: test coverage (gate 2: test coverage): review needed from team:qa

            ✗ coverage.lines of critical, src/orders/book.rs
              measures    lines
              asks        at least 100 %
              saw         97.43 % (76 of 78)
              answer      violated: 97.43 % < 100 %, needs review
              uncovered   src/orders/book.rs 91, new
                          src/orders/book.rs 88
              rule        policy.json:34:9, stage merge
              to do       cover src/orders/book.rs lines 88 and 91, or have team:qa
                          approve it: verdict check --approve 'gate 2: test coverage=NAME'

          """)
  }

  @Test("every gate is explained")
  func everything() {
    let output = ExplainText.render(
      .everything, in: makeDocument(undecidedVerdict), change: nil, options: options)
    #expect(output.hasPrefix("Gate (gate): block\n\n  ? tests.failed\n"))
    #expect(output.split(separator: "\n").count { $0.hasPrefix("  ? ") } == 7)
    #expect(output.contains("    answer      undecided: there is no baseline, warns\n"))
  }

  @Test("ten checks of a rule and ten places of a check are told, the others counted")
  func long() {
    let places = (1...12).map {
      CheckPlace(path: "src/a\($0).rs", lines: LineRanges(1...(20 - $0)), text: "")
    }
    let checks = (1...13).map { number in
      makeCheck(
        "coverage.lines", each: "file", item: "src/a\(number).rs", .violated, .block,
        limit: Limit(.min, percent("80")), value: share(1, 10), places: number == 1 ? places : [])
    }
    let output = ExplainText.render(
      .everything, in: makeDocument(makeVerdict([makeGate("Gate", checks)])), change: nil,
      options: options)
    #expect(output.split(separator: "\n").count { $0.hasPrefix("  ✗ ") } == 10)
    #expect(output.hasSuffix("\n  besides, 3 checks block\n"))
    #expect(
      output.contains(
        "    uncovered   src/a1.rs 1–19\n                src/a2.rs 1–18\n"))
    #expect(output.contains("                src/a10.rs 1–10\n                and 2 more\n"))
  }

  @Test("a metric is explained with its examples")
  func metric() {
    let metric = MetricDocumentation(
      id: "tests.made", summary: "tests that were made", kind: .tests, limits: [.min, .maxDrop],
      eaches: ["report"], requiresEach: true, narrowings: ["where"], needsBaseline: true,
      changeCap: "warn: one run is no evidence",
      examples: [
        MetricDocumentation.Example(
          rule: #"{ "metric": "tests.made", "min": 1 }"#, says: "none was made",
          answer: .violated)
      ])
    #expect(
      ExplainText.render(metric, options: options) == """
        tests.made: tests that were made

          read from   reports that hold tests
          limits      min, maxDrop
          each        report, and never without
          narrowed by where
          baseline    there is no answer without one
          change      warn: one run is no evidence

          { "metric": "tests.made", "min": 1 }
            none was made: violated

        """)
  }

  @Test("hostile texts stay texts", arguments: hostileTexts)
  func hostile(text: String) {
    let output = ExplainText.render(
      .everything, in: makeDocument(makeHostileVerdict(text)), change: nil, options: options)
    #expect(isHarmless(output))
  }
}
