import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct ExplainTextTests {
  @Test func oneGateIsExplained() throws {
    #expect(
      try ExplainText.render(
        makeDocument(sampleVerdict), gate: "gate 2: test coverage",
        options: RenderOptions(width: 80, color: false))
          == """
          Gate 2: test coverage (gate 2: test coverage): review needed from team:qa

            ✗ coverage.lines of critical, src/orders/book.rs
              measures    lines
              asks        at least 100 %
              saw         97.43 % (76 of 78)
              answer      violated: 97.43 % < 100 %, needs review
              places      src/orders/book.rs 88, 91
              read from   every report of its kind
              rule        policy.json:34:9
              to do       cover src/orders/book.rs lines 88 and 91, or have team:qa
                          approve it

            ! coverage.lines of new code
              measures    lines
              asks        at least 80 %
              saw         71.42 % (15 of 21)
              answer      violated: 71.42 % < 80 %, warns
              places      src/risk/limits.rs 40–44, 61
              read from   every report of its kind
              rule        policy.json:1:9
              to do       cover at least 2 of 6 uncovered lines: src/risk/limits.rs 40–44,
                          61

            ? coverage.branches, in unit
              measures    branches
              asks        at least 60 %
              saw         nothing
              answer      undecided: reports/unit has 2 of 3 shards, warns
              read from   reports/unit: reports/unit/1.xml (junit)
              rule        policy.json:1:9
              to do       complete reports/unit (2 of 3 shards)

            ✓ coverage.lines
              measures    lines
              asks        at least 80 %
              saw         81.20 % (3102 of 3820)
              baseline    81.51 % (3114 of 3820), now −0.31 pp
              answer      holds: 81.20 % ≥ 80 %
              read from   every report of its kind
              rule        policy.json:1:9

            ✓ coverage.lines of critical, src/orders/id.rs
              measures    lines
              asks        at least 100 %
              saw         100 % (10 of 10)
              answer      holds: 100 % ≥ 100 %
              read from   every report of its kind
              rule        policy.json:1:9

          """)
  }

  @Test func allGatesAreExplained() throws {
    let output = try ExplainText.render(
      makeDocument(undecidedVerdict), gate: nil, options: RenderOptions(width: 80, color: false))
    #expect(output.hasPrefix("Gate (gate): block\n\n  ? tests.failed\n"))
    #expect(output.split(separator: "\n").count { $0.hasPrefix("  ? ") } == 7)
    #expect(output.contains("    answer      undecided: there is no baseline, warns\n"))
  }

  @Test func anUnknownGateIsRefused() {
    let error = #expect(throws: UnknownGate.self) {
      try ExplainText.render(
        makeDocument(undecidedVerdict), gate: "gat", options: RenderOptions(width: 80, color: false)
      )
    }
    #expect(error?.description == "unknown gate 'gat', did you mean 'gate'?")
  }

  @Test(arguments: hostileTexts)
  func hostileTextsStayTexts(text: String) throws {
    let output = try ExplainText.render(
      makeDocument(makeHostileVerdict(text)), gate: nil,
      options: RenderOptions(width: 80, color: false))
    #expect(isHarmless(output))
  }
}
