import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct TrustSectionTests {
  private static func trust(_ action: Action, reviewers: [String] = []) -> PolicyTrust {
    PolicyTrust(
      origin: "merge base 9f3c2ab1",
      changes: [
        PolicyChange(.loosened, .report("unit"), .key("shards", old: "3", new: "2")),
        PolicyChange(.tightened, .report("scan"), .key("optional", old: "true", new: nil)),
      ], whenChanged: action, reviewers: reviewers)
  }

  private static func verdict(_ trust: PolicyTrust) -> Verdict {
    var verdict = makeVerdict([
      GateResult(
        id: "a", title: "a", action: .info, reviewers: [], checks: [makeCheck("tests.failed")])
    ])
    verdict.trust = trust
    verdict.outcome = Outcome(trust.action)
    return verdict
  }

  @Test(arguments: [
    (Action.info, "pass", "Nothing blocks and nothing warns."),
    (
      .warn, "warn",
      "Warned because the policy changes: reports/unit: shards 3 → 2 (loosened), and 1 more."
    ),
    (
      .review, "review needed from team:ops",
      "A review is needed from team:ops because the policy changes: reports/unit: shards 3 → 2 "
        + "(loosened), and 1 more."
    ),
    (
      .block, "block",
      "Blocked because the policy changes: reports/unit: shards 3 → 2 (loosened), and 1 more."
    ),
  ])
  func anActionIsToldAsAResultAndAReason(action: Action, result: String, reason: String) {
    let document = makeDocument(Self.verdict(Self.trust(action, reviewers: ["team:ops"])))
    #expect(document.trust?.result == result)
    #expect(document.trust?.summary == "1 loosened, 1 tightened, compared with merge base 9f3c2ab1")
    #expect(document.reason == reason)
  }

  @Test func aReviewIsAnObligationAndAStep() {
    let verdict = Self.verdict(Self.trust(.review))
    #expect(verdict.obligations == [Obligation(gate: "trust", reviewers: [])])
    #expect(
      makeDocument(verdict).nextSteps.map(\.line) == [
        "leave the policy as it is, and change it apart from everything else, or have a reviewer "
          + "approve it: verdict check --approve trust=NAME"
      ])
    #expect(
      makeDocument(verdict).headline.counts == "1 check holds, the policy change needs review")
  }

  @Test func anApprovalIsNamed() {
    var trust = Self.trust(.review)
    trust.action = .warn
    trust.approvedBy = ["carol", "dave"]
    let section = TrustSection(trust)
    #expect(section?.result == "warn")
    #expect(
      section?.summary
        == "1 loosened, 1 tightened, compared with merge base 9f3c2ab1, approved by carol, dave")
    #expect(Self.verdict(trust).obligations == [])
  }

  @Test func aChangeThatLeavesThePolicyAloneIsNotMentioned() {
    let trust = PolicyTrust(origin: "a", changes: [], whenChanged: .block, reviewers: [])
    #expect(trust.action == .info)
    #expect(TrustSection(trust) == nil)
  }
}
