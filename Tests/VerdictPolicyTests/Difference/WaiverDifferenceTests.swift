import Testing
import VerdictModel

@testable import VerdictPolicy

/// What an edit of waivers loosens and tightens.
@Suite("Waiver difference")
struct WaiverDifferenceTests {
  private static func waiver(
    _ rule: String, _ created: String? = "2026-01-01", _ expires: String? = "2026-02-01",
    owner: String = "o", line: Int = 1
  ) -> Waiver {
    let match = FindingMatch(rule: rule, paths: [], package: nil, fingerprint: nil)
    return Waiver(
      scope: WaiverScope(gate: nil, match: .findings(match)), owner: owner, reason: "r",
      ticket: nil, created: created.flatMap { Day($0) }, expires: expires.flatMap { Day($0) },
      file: "waivers.json", position: SourcePosition(line: line))
  }

  /// A change without its places.
  private struct Edit: Hashable {
    let effect: PolicyChange.Effect
    let rule: String
    let alteration: PolicyChange.Alteration

    init(_ effect: PolicyChange.Effect, _ rule: String, _ alteration: PolicyChange.Alteration) {
      (self.effect, self.rule, self.alteration) = (effect, rule, alteration)
    }
  }

  private func edits(_ old: [Waiver], _ new: [Waiver]) -> [Edit] {
    waiverChanges(from: old, to: new).map { change in
      guard case .waiver(let scope) = change.subject, case .findings(let match) = scope.match
      else { return Edit(change.effect, "?", change.alteration) }
      return Edit(change.effect, match.rule ?? "?", change.alteration)
    }
  }

  @Test("one that comes or lasts longer loosens, one that goes or ends sooner tightens")
  func days() {
    let old = [Self.waiver("A")]
    #expect(edits([], old) == [Edit(.loosened, "A", .added("until 2026-02-01"))])
    #expect(edits(old, []) == [Edit(.tightened, "A", .removed("until 2026-02-01"))])
    #expect(
      edits(old, [Self.waiver("A", "2026-01-01", "2026-02-02")])
        == [Edit(.loosened, "A", .key("expires", old: "2026-02-01", new: "2026-02-02"))])
    #expect(
      edits(old, [Self.waiver("A", "2026-01-01", "2026-01-31")])
        == [Edit(.tightened, "A", .key("expires", old: "2026-02-01", new: "2026-01-31"))])
    #expect(
      edits(old, [Self.waiver("A", "2025-12-31")])
        == [Edit(.loosened, "A", .key("created", old: "2026-01-01", new: "2025-12-31"))])
    #expect(
      edits(old, [Self.waiver("A", nil, nil)])
        == [
          Edit(.loosened, "A", .key("created", old: "2026-01-01", new: nil)),
          Edit(.loosened, "A", .key("expires", old: "2026-02-01", new: nil)),
        ])
    #expect(edits([], [Self.waiver("A", nil, nil)]) == [Edit(.loosened, "A", .added("for ever"))])
  }

  @Test("another scope is another waiver, and what is loosened comes first")
  func scopes() {
    #expect(
      edits([Self.waiver("A")], [Self.waiver("B")]) == [
        Edit(.loosened, "B", .added("until 2026-02-01")),
        Edit(.tightened, "A", .removed("until 2026-02-01")),
      ])
  }

  @Test("order, place, owner and reason ask nothing")
  func nothing() {
    let old = [Self.waiver("A"), Self.waiver("B")]
    #expect(edits(old, [Self.waiver("B", owner: "p", line: 7), Self.waiver("A", line: 9)]) == [])
  }

  @Test("of several for the same thing each finds the one that it was")
  func several() {
    let (first, second) = (Self.waiver("A"), Self.waiver("A", "2026-03-01", "2026-04-01"))
    let gone = Edit(.tightened, "A", .removed("until 2026-02-01"))
    let come = Edit(.loosened, "A", .added("until 2026-02-01"))
    #expect(edits([first, second], [second]) == [gone])
    #expect(edits([second], [first, second]) == [come])
    #expect(edits([first], [first, first]) == [come])
  }

  @Test("names the places")
  func places() {
    let change = waiverChanges(
      from: [Self.waiver("A", line: 3)], to: [Self.waiver("A", nil, line: 4)]
    ).first
    #expect(change?.oldPosition == SourcePosition(line: 3, file: "waivers.json"))
    #expect(change?.newPosition == SourcePosition(line: 4, file: "waivers.json"))
  }
}
