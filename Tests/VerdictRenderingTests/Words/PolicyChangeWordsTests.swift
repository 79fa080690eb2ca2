import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct PolicyChangeWordsTests {
  private static let subject = makeCheck("coverage.lines", component: "core", each: "file").subject

  @Test(arguments: [
    (PolicySubject.policy, "policy"), (.defaults, "defaults"), (.trust, "trust"),
    (.waivers, "waivers"),
    (.component("core"), "components/core"), (.report("scan"), "reports/scan"),
    (.gate("a"), "gate a"), (.file("policy.json"), "policy.json"),
    (
      .waiver(
        WaiverScope(
          gate: "a",
          match: .findings(FindingMatch(rule: "R", paths: [], package: nil, fingerprint: nil)))),
      "waiver of R, gate a"
    ),
    (.rule(gate: "a", subject), "gate a, coverage.lines of core, each file"),
  ])
  func subjects(subject: PolicySubject, words: String) {
    #expect(subject.words == words)
  }

  @Test(arguments: [
    (PolicyChange.Alteration.key("min", old: "80%", new: "70%"), "min 80% → 70%"),
    (.key("min", old: "80%", new: nil), "min 80% removed"),
    (.key("min", old: nil, new: "80%"), "min 80% added"),
    (.key("where", old: nil, new: nil), "where changed"),
    (.added("max 0"), "added, max 0"),
    (.removed("max 0"), "removed, max 0"),
    (.deleted, "deleted"),
    (.rewritten, "changed, and what it said before is not known"),
    (.unreadable("not valid JSON"), "cannot be read any more: not valid JSON"),
    (.replacedByLink, "a symbolic link now"),
  ])
  func alterations(alteration: PolicyChange.Alteration, words: String) {
    #expect(alteration.words == words)
  }

  @Test func countsNameEachEffect() {
    let changes = [PolicyChange.Effect.tightened, .loosened, .changed, .loosened].map {
      PolicyChange($0, .policy, .deleted)
    }
    #expect(PolicyChangeCounts(changes).words == "2 loosened, 1 changed, 1 tightened")
    #expect(PolicyChangeCounts([]).words == "nothing that is asked")
  }
}
