import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Approvals")
struct ApprovalTests {
  static func gate(_ actions: [Action], reviewers: [String]) -> GateResult {
    let subject = CheckSubject(
      metric: "m", facts: MetricFacts(summary: "m", unit: .tests, remedy: .fix), from: [],
      component: nil, code: .all, filter: [], each: nil, item: nil)
    return GateResult(
      id: "g", title: "G", action: actions.max() ?? .info, reviewers: reviewers,
      checks: actions.map { action in
        Check(
          subject: subject, status: .violated, action: action,
          limit: Limit(.max, .count(0, .tests)), value: nil, baselineValue: nil, places: [],
          rule: SourcePosition(line: 1), remarks: [])
      })
  }

  @Test(
    "lift a review if the reviewers are whom the policy names",
    arguments: [
      ([], "carol", nil, ApprovalEffect.lifted(checks: 1, team: nil), Action.warn),
      (["@carol"], "carol", nil, .lifted(checks: 1, team: nil), .warn),
      (["carol"], "@carol", nil, .lifted(checks: 1, team: nil), .warn),
      (["dave"], "carol", nil, .notAReviewer(["dave"]), .review),
      (["dave"], "Dave", nil, .notAReviewer(["dave"]), .review),
      (["team:qa"], "carol", nil, .lifted(checks: 1, team: "team:qa"), .warn),
      (["team:qa"], "team:qa", nil, .lifted(checks: 1, team: "team:qa"), .warn),
      (["dave", "erin"], "mallory", "dave", .notAReviewer(["dave", "erin"]), .review),
      (["dave"], "@dave", "dave", .lifted(checks: 1, team: nil), .warn),
      (["team:qa"], "team:dev", nil, .notAReviewer(["team:qa"]), .review),
      (["team:qa"], "carol", "team:qa", .lifted(checks: 1, team: nil), .warn),
      (["team:qa"], "carol", "team:dev", .notAReviewer(["team:qa"]), .review),
    ] as [([String], String, String?, ApprovalEffect, Action)])
  func effect(
    reviewers: [String], name: String, reviewer: String?, effect: ApprovalEffect, action: Action
  ) {
    let gate = Self.gate([.review, .info], reviewers: reviewers)
    let approvals = Approvals([Approval(gate: "g", name: name, reviewer: reviewer)])
    #expect(approvals.results(on: [gate]).map(\.effect) == [effect])
    #expect(approvals.apply(to: gate).action == action)
  }

  @Test("never lift a block")
  func block() {
    let approvals = Approvals([Approval(gate: "g", name: "carol")])
    let both = Self.gate([.block, .review], reviewers: [])
    #expect(approvals.apply(to: both).checks.map(\.action) == [.block, .warn])
    #expect(approvals.apply(to: both).action == .block)
    let block = Self.gate([.block], reviewers: [])
    #expect(approvals.apply(to: block) == block)
    #expect(approvals.results(on: [block]).map(\.effect) == [.nothingToLift])
  }

  @Test("of a gate that is not asked lift nothing")
  func otherGate() {
    let gate = Self.gate([.review], reviewers: [])
    let approvals = Approvals([Approval(gate: "h", name: "carol")])
    #expect(approvals.apply(to: gate) == gate)
    #expect(approvals.results(on: [gate]).map(\.effect) == [.nothingToLift])
  }

  @Test(
    "lift the review of a policy change, by the policy's reviewers only",
    arguments: [
      (Action.review, [], ApprovalEffect.lifted(checks: 1, team: nil), Action.warn),
      (.review, ["@carol"], .lifted(checks: 1, team: nil), .warn),
      (.review, ["dave"], .notAReviewer(["dave"]), .review),
      (.block, [], .nothingToLift, .block),
      (.warn, [], .nothingToLift, .warn),
    ])
  func trust(asked: Action, reviewers: [String], effect: ApprovalEffect, action: Action) {
    let trust = PolicyTrust(
      origin: "a", changes: [PolicyChange(.changed, .policy, .rewritten)], whenChanged: asked,
      reviewers: reviewers)
    let approvals = Approvals([Approval(gate: "trust", name: "carol")])
    #expect(approvals.results(on: [], trust).map(\.effect) == [effect])
    #expect(approvals.apply(to: trust).action == action)
    #expect(approvals.apply(to: trust).approvedBy == (asked == action ? [] : ["carol"]))
    let other = Approvals([Approval(gate: "g", name: "carol")])
    #expect(other.apply(to: trust) == trust)
  }

  @Test("are read from a file")
  func file() throws {
    let policy = try policy(rules: #"{ "metric": "tests.failed", "max": 0 }"#)
    let text =
      #"{ "version": 1, "approvals": [{ "gate": "gate", "by": "carol", "for": "team:qa" }] }"#
    #expect(
      try ApprovalReader(policy: policy).read(Array(text.utf8))
        == [Approval(gate: "gate", name: "carol", reviewer: "team:qa")])
    let ofTrust = #"{ "version": 1, "approvals": [{ "gate": "trust", "by": "carol" }] }"#
    #expect(
      try ApprovalReader(policy: policy).read(Array(ofTrust.utf8))
        == [Approval(gate: "trust", name: "carol")])
  }

  @Test(
    "mistakes in the file are named with their place",
    arguments: [
      (#"{ "gate": "gat", "by": "c" }"#, "1:41: unknown gate 'gat', did you mean 'gate'?"),
      (#"{ "gate": "gate" }"#, "1:31: an approval needs 'by'"),
      (#"{ "by": "c" }"#, "1:31: an approval needs 'gate'"),
      (#"{ "gate": "gate", "by": "" }"#, "1:55: 'by' must be text that is not empty"),
      (#"{ "gate": "gate", "by": "d", "name": "c" }"#, "1:60: unknown key 'name' in an approval"),
      (#""gate""#, "1:31: 'approval' must be an object"),
    ])
  func mistakes(approval: String, words: String) throws {
    let policy = try policy(rules: #"{ "metric": "tests.failed", "max": 0 }"#)
    let text = #"{ "version": 1, "approvals": [\#(approval)] }"#
    do throws(PolicyErrors) {
      _ = try ApprovalReader(policy: policy).read(Array(text.utf8))
      Issue.record("accepted \(approval)")
    } catch {
      #expect(error.errors.map(\.description) == [words])
    }
  }
}
