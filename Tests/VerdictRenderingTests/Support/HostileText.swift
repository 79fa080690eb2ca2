import VerdictModel

/// Texts that try to break out of an output, or to say something in its name.
let hostileTexts = [
  "| cell | cell |", "</summary></details><script>alert(1)</script>", "`code` ``` ```` fence",
  "line\nbreak\r\nand\u{2028}more\u{85}lines", "\u{1B}[31mred\u{1B}[0m\u{9B}31m", "::error::gotcha",
  "\n::error file=a::gotcha", "##[error]gotcha ###[add-mask]x ##vso[task.complete]",
  "@mention and @org/team", "#123 and owner/repo#1", "<!-- verdict policy.json -->", "--> <!--",
  "a\u{202E}b\u{2066}c\u{200B}d\u{FEFF}e\u{E0041}f\u{AD}g", "nul\u{0}nul", "**bold** _it_ ~~no~~",
  "[link](https://evil.example) https://evil.example www.evil.example", "# heading", "- item",
  "1. item", "===", "    code", "\\", "&lt;b&gt;", "$x$", "\u{301}\u{301}", "🏴‍☠️ 漢字 한국어",
  String(repeating: "x", count: 500), String(repeating: " ", count: 500), "",
  String(repeating: "e\u{301}\u{302}", count: 200), "\t", "\"quoted\", 'quoted'",
]

/// A verdict of every kind of thing with the text in every field that holds one.
func makeHostileVerdict(_ text: String) -> Verdict {
  let gap: [EvidenceGap] = [
    .missing(patterns: [text, text]), .empty(file: text), .incomplete(reason: text),
    .unreadable(file: text, reason: text),
  ]
  let places = [
    CheckPlace(path: text, lines: LineRanges([1, 2, 9]), text: text),
    CheckPlace(path: nil, lines: .none, text: text),
    CheckPlace(path: text, lines: .none, text: ""),
  ]
  let waivers = makeHostileWaivers(text)
  let uses = [
    WaiverUse(waivers[0], places: [places[0]]), WaiverUse(waivers[1], places: [], isRefused: true),
  ]
  let statuses: [(CheckStatus, Action)] = [
    (.violated, .block), (.violated, .review), (.violated, .warn), (.violated, .info),
    (.undecided(.gap(report: text, gaps: gap)), .block),
    (.notApplicable(.optionalReport(text)), .info), (.satisfied, .info), (.waived, .warn),
  ]
  let checks = statuses.flatMap { status, action in
    (status == .waived ? [1] : [1, 3]).map { count in
      makeCheck(
        text, from: [text, text], component: text, filter: [text], each: text,
        item: count == 1 ? text : nil, status, action, limit: Limit(.max, .count(0, .findings)),
        value: .count(3, .findings), was: .count(1, .findings),
        places: Array(places.prefix(count)), remarks: [text],
        waivers: status == .waived ? uses : [])
    }
  }
  let words = [
    makeCheck(
      text, each: "key", item: text, .violated, .block, limit: Limit(.equals, .text(text)),
      value: .text(text + "!"), was: .text(text)),
    makeCheck(text, each: "key", item: text, .undecided(.keyMissing), .block),
  ]
  let test = TestResult(
    identity: TestIdentity(suite: text, className: text, name: text), outcome: .failed,
    duration: Picoseconds(1),
    details: TestDetails(message: text, type: text, body: text, file: text, line: 1))
  let finding = makeFinding(text, text, at: text, line: 1)
  let benchmarks = [1, 2].map { makeBenchmark(text, median: nanoseconds($0)) }
  return Verdict(
    outcome: .block, policy: text, policyRevision: text,
    trust: PolicyTrust(
      origin: text,
      changes: [
        PolicyChange(.loosened, .file(text), .unreadable(text)),
        PolicyChange(.loosened, .gate(text), .key(text, old: text, new: text)),
        PolicyChange(
          .changed, .rule(gate: text, makeCheck(text, filter: [text], each: text).subject),
          .added(text)),
        PolicyChange(.tightened, .component(text), .removed(text)),
      ], whenChanged: .review, reviewers: [text]), stage: text,
    baseline: BaselineReference(commit: text, distance: 1, saved: text),
    gates: [
      GateResult(id: text, title: text, action: .block, reviewers: [text], checks: checks + words),
      GateResult(
        id: text, title: text, action: .review, reviewers: [text, text],
        checks: checks.filter { $0.action == .review }),
      GateResult(id: text, title: text, action: .info, reviewers: [], checks: []),
    ],
    comparison: Comparison(
      coverage: CoverageComparison(
        before: Tally(covered: 1, total: 2), after: Tally(covered: 1, total: 3),
        files: [
          CoverageComparison.File(path: text, before: nil, after: Tally(covered: 1, total: 3))
        ]),
      tests: TestsComparison(
        changes: TestChangeKind.allCases.map { TestChange($0, before: test, after: test) }),
      findings: FindingsComparison(
        changes: FindingState.allCases.map {
          FindingChange($0, finding, before: FindingChange.Before(finding), reason: .unmatched)
        }, unchanged: [.anchor: 1]),
      benchmarks: BenchmarksComparison(
        entries: BenchmarkChange.Answer.allCases.map { answer in
          BenchmarksComparison.Entry(
            before: benchmarks[0], after: benchmarks[1],
            change: BenchmarkChange(
              answer, of: text,
              counterpart: BenchmarkChange.Counterpart(name: text, change: .zero)))
        })),
    change: ChangeSummary(origin: text, files: 1, addedLines: 2, filesWithoutData: [text]),
    evidence: [
      EvidenceSummary(
        id: text + "2",
        sources: [EvidenceSource(file: text, format: text, notices: [Notice(text, line: 1)])],
        gaps: gap)
    ],
    notices: [Notice(text, line: 3), Notice(text)],
    waivers: waivers.map { WaiverResult($0, uses: 1, problems: [.unused, .tooBroad(.everyRule)]) },
    approvals: [
      ApprovalResult(
        Approval(gate: text, name: text, reviewer: text), .lifted(checks: 1, team: text)),
      ApprovalResult(Approval(gate: text, name: text), .notAReviewer([text, text])),
    ])
}

/// Waivers of findings and of a check, with the text in every field.
private func makeHostileWaivers(_ text: String) -> [Waiver] {
  let matches: [WaiverMatch] = [
    .findings(FindingMatch(rule: text, paths: [], package: text, fingerprint: text)),
    .checks(CheckMatch(metric: text, component: text, code: .newCode, item: text)),
    .tests(TestMatch(names: [], classes: [], messages: [text])),
  ]
  return matches.map { match in
    Waiver(
      scope: WaiverScope(gate: text, match: match), owner: text, reason: text, ticket: text,
      created: Day(number: 0), expires: Day(number: 1), file: text,
      position: SourcePosition(line: 1, column: 2))
  }
}

/// Whether a finished text hides nothing and holds no command for a runner.
func isHarmless(_ output: String) -> Bool {
  let isVisible = output.unicodeScalars.allSatisfy { scalar in
    switch scalar.properties.generalCategory {
    case .control: scalar == "\n"
    case .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
    default: true
    }
  }
  let commands = ["##[", "##vso["].contains { output.utf8.contains($0.utf8) }
  return isVisible && !commands
    && output.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { line in
      !line.drop { $0 == UInt8(ascii: " ") }.starts(with: "::".utf8)
    }
}
