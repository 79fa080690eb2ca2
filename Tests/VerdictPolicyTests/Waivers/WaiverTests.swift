import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Waivers")
struct WaiverTests {
  static let findings = #"{ "metric": "findings", "where": { "level": "error" }, "max": 0 }"#
  static let byRule = WaiverScope(
    gate: nil, match: .findings(FindingMatch(rule: "E1", paths: [], package: nil, fingerprint: nil))
  )

  static func ofChecks(_ metric: String?, item: String? = nil) -> WaiverScope {
    WaiverScope(
      gate: "gate",
      match: .checks(CheckMatch(metric: metric, component: nil, code: .all, item: item)))
  }

  /// A waiver that is in force at `testNow`, 2026-01-02.
  static func waiver(
    _ scope: WaiverScope, created: String = "2025-12-01", expires: String = "2026-02-20"
  ) throws -> Waiver {
    let (first, last) = (try #require(Day(created)), try #require(Day(expires)))
    return Waiver(
      scope: scope, owner: "o", reason: "r", ticket: nil, created: first, expires: last,
      file: "w.json", position: SourcePosition(line: 3, column: 5))
  }

  static func verdict(
    _ rule: String, _ waivers: [Waiver], head: EvidenceContent, baseline: EvidenceContent? = nil,
    gaps: [String: [EvidenceGap]] = [:], before: [Waiver]? = nil, isChanged: Bool? = false
  ) throws -> Verdict {
    var input = input(
      try policy(rules: rule, extra: #""waivers": {},"#), evidence: evidence(head, gaps: gaps),
      baseline: baseline.map {
        Baseline(
          reference: BaselineReference(commit: nil, distance: nil, saved: "2026-01-01T00:00:00Z"),
          evidence: evidence($0))
      })
    input.waivers = WaiverFile(
      waivers: waivers, before: before, changedFiles: isChanged.map { $0 ? ["w.json"] : [] })
    return evaluate(input)
  }

  @Test("a waived finding does not count, and the check is not satisfied but waived")
  func finding() throws {
    let verdict = try Self.verdict(
      Self.findings, [Self.waiver(Self.byRule)], head: .findings([.error]))
    let check = try #require(verdict.gates.first?.checks.first)
    #expect(verdict.outcome == .pass)
    #expect((check.status, check.action) == (.waived, .info))
    #expect(check.value == .count(0, .findings))
    #expect(check.waivers.map(\.places.count) == [1])
    #expect(verdict.waivers.map(\.problems) == [[]])
    #expect(verdict.waivers.map(\.uses) == [1])
  }

  @Test("a waived finding does not hide a new one behind that of the baseline")
  func rise() throws {
    let rule = #"{ "metric": "findings", "maxRise": "0 findings" }"#
    var head = EvidenceContent.findings([.error])
    head.findings?.findings.append(
      Finding(
        run: ScanRun(tool: "example", category: ""), rule: "E2", message: "another",
        level: .error, severity: .high, location: nil))
    let verdict = try Self.verdict(
      rule, [Self.waiver(Self.byRule)], head: head, baseline: .findings([.error]))
    #expect(verdict.gates.first?.checks.map(\.status) == [.violated])
  }

  @Test("a waived check warns, whatever it measures")
  func check() throws {
    let rule = #"{ "metric": "coverage.lines", "min": "80%" }"#
    let verdict = try Self.verdict(
      rule, [Self.waiver(Self.ofChecks("coverage.lines"))], head: .lines(covered: 1, missed: 1))
    let check = try #require(verdict.gates.first?.checks.first)
    #expect(verdict.outcome == .warn)
    #expect((check.status, check.action) == (.waived, .warn))
    #expect(verdict.waivers.map(\.problems) == [[]])
  }

  @Test("a waiver never makes an action stricter")
  func mildRule() throws {
    let rule = #"{ "metric": "coverage.lines", "min": "80%", "else": "info" }"#
    let verdict = try Self.verdict(
      rule, [Self.waiver(Self.ofChecks("coverage.lines"))], head: .lines(covered: 1, missed: 1),
      isChanged: true)
    #expect(verdict.outcome == .pass)
  }

  @Test("what is missing cannot be waived")
  func gap() throws {
    let verdict = try Self.verdict(
      #"{ "metric": "coverage.lines", "min": "80%" }"#,
      [Self.waiver(Self.ofChecks("coverage.lines"))], head: .lines(covered: 1, missed: 1),
      gaps: ["coverage": [.incomplete(reason: "half")]])
    #expect(verdict.outcome == .block)
    #expect(verdict.waivers.map(\.problems) == [[]])
  }

  @Test("too many findings in half a report cannot be waived as a whole")
  func settled() throws {
    let verdict = try Self.verdict(
      Self.findings, [Self.waiver(Self.ofChecks("findings"))], head: .findings([.error]),
      gaps: ["scan": [.incomplete(reason: "half")]])
    #expect(verdict.outcome == .block)
  }

  @Test("a rule that is not waivable refuses waivers, and says so")
  func refused() throws {
    for scope in [Self.byRule, Self.ofChecks("findings"), Self.ofChecks(nil)] {
      let verdict = try Self.verdict(
        Self.findings.replacing("max", with: #"waivable": false, "max"#),
        [Self.waiver(scope)], head: .findings([.error]))
      #expect(verdict.outcome == .block)
      #expect(verdict.gates.first?.checks.first?.waivers.map(\.isRefused) == [true])
      #expect(verdict.waivers.first?.problems.first == .refused)
    }
  }

  @Test(
    "are in force from their first to their last day",
    arguments: [
      ("2025-12-01", "2026-01-01", Outcome.block, [WaiverProblem.expired]),
      ("2025-12-01", "2026-01-02", .warn, [.expiresSoon(days: 0)]),
      ("2025-12-01", "2026-01-16", .warn, [.expiresSoon(days: 14)]),
      ("2025-12-01", "2026-01-17", .pass, []),
      ("2026-01-02", "2026-02-17", .pass, []),
      ("2026-01-03", "2026-02-17", .block, [.notYetInForce]),
    ])
  func days(
    created: String, expires: String, outcome: Outcome, problems: [WaiverProblem]
  ) throws {
    let verdict = try Self.verdict(
      Self.findings, [Self.waiver(Self.byRule, created: created, expires: expires)],
      head: .findings([.error]))
    #expect(verdict.outcome == outcome)
    #expect(verdict.waivers.map(\.problems) == [problems])
  }

  @Test("that the change brings, or that could be, ask for a review")
  func added() throws {
    let waiver = try Self.waiver(Self.byRule)
    let shorter = try Self.waiver(Self.byRule, expires: "2026-02-19")
    let longer = try Self.waiver(Self.byRule, expires: "2026-02-21")
    let cases: [(before: [Waiver]?, isChanged: Bool?, problems: [WaiverProblem])] = [
      ([waiver], nil, []), ([longer], nil, []), ([shorter], nil, [.addedByChange]),
      ([], nil, [.addedByChange]), (nil, true, [.addedByChange]), (nil, false, []),
      (nil, nil, [.unknownWhetherAdded]),
    ]
    for (before, isChanged, problems) in cases {
      let verdict = try Self.verdict(
        Self.findings, [waiver], head: .findings([.error]), before: before, isChanged: isChanged)
      #expect(verdict.waivers.map(\.problems) == [problems])
      #expect(verdict.gates.map(\.action) == [problems.isEmpty ? .info : .review])
      #expect(verdict.obligations.isEmpty == problems.isEmpty)
    }
  }

  @Test(
    "that accept what nobody has looked at are named",
    arguments: [
      (ofChecks(nil), WaiverBreadth.wholeGate), (ofChecks("findings"), .everyFinding),
      (ofFindings(rule: nil, path: "src/**"), .everyRule),
      (ofFindings(rule: "E1", path: "**"), .everyPath),
      (ofFindings(rule: "E1", path: "**/*"), .everyPath),
      (ofFindings(rule: "E1", path: "{*,**}"), .everyPath),
      (ofFindings(rule: "E1", path: "{**/*.*,src/*}"), .everyPath),
    ])
  func broad(scope: WaiverScope, breadth: WaiverBreadth) throws {
    let verdict = try Self.verdict(
      Self.findings, [Self.waiver(scope)], head: .findings([.error]))
    #expect(verdict.outcome == .warn)
    #expect(verdict.waivers.map(\.problems) == [[.tooBroad(breadth)]])
  }

  @Test("whose fingerprint does not tell findings apart are named", arguments: [1, 2])
  func sharedFingerprint(findings: Int) throws {
    var content = EvidenceContent.findings(Array(repeating: .error, count: findings))
    for index in 0..<findings {
      content.findings?.findings[index].fingerprints = Fingerprints(["f/v1": "requires login"])
      content.findings?.findings[index].rule = "E\(index)"
    }
    let match = FindingMatch(
      rule: nil, paths: [], package: nil, fingerprint: "requires login")
    let verdict = try Self.verdict(
      Self.findings, [Self.waiver(WaiverScope(gate: nil, match: .findings(match)))], head: content)
    #expect(
      verdict.waivers.map(\.problems)
        == [findings == 1 ? [] : [.tooBroad(.alike(findings: 2))]])
  }

  static func ofFindings(rule: String?, path: String) -> WaiverScope {
    WaiverScope(
      gate: nil,
      match: .findings(
        FindingMatch(
          rule: rule, paths: [Glob(path)].compactMap(\.self), package: nil, fingerprint: nil)))
  }

  @Test("of a rule with 'each' speak of one item, or are too broad")
  func items() throws {
    let rule = #"{ "metric": "coverage.lines", "each": "file", "min": "80%" }"#
    let one = try Self.verdict(
      rule, [Self.waiver(Self.ofChecks("coverage.lines", item: "src/a"))],
      head: .lines(covered: 1, missed: 1))
    #expect(one.waivers.map(\.problems) == [[]])
    let other = try Self.verdict(
      rule, [Self.waiver(Self.ofChecks("coverage.lines", item: "src/b"))],
      head: .lines(covered: 1, missed: 1))
    #expect(other.outcome == .block)
    #expect(other.waivers.map(\.problems) == [[.unused]])
    let all = try Self.verdict(
      rule, [Self.waiver(Self.ofChecks("coverage.lines"))], head: .lines(covered: 1, missed: 1))
    #expect(all.waivers.map(\.problems) == [[.tooBroad(.everyItem)]])
  }

  @Test("that nothing needs are named, unless evidence is missing that might")
  func unused() throws {
    let waiver = try Self.waiver(Self.byRule)
    let clean = EvidenceContent(
      findings: FindingsReport(findings: [], runs: [ScanRun(tool: "example", category: "")]))
    let whole = try Self.verdict(Self.findings, [waiver], head: clean)
    #expect(whole.outcome == .warn)
    #expect(whole.waivers.map(\.problems) == [[.unused]])
    let half = try Self.verdict(
      Self.findings, [waiver], head: clean, gaps: ["scan": [.incomplete(reason: "half")]])
    #expect(half.waivers.map(\.problems) == [[]])
  }
}
