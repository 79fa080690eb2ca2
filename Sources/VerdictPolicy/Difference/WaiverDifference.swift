package import VerdictModel

/// What changes if one file of waivers takes the place of another, loosened first. A waiver that
/// comes, or lasts longer, lets more pass; one that goes, or ends sooner, less. Who answers for it
/// and why asks nothing.
package func waiverChanges(from old: [Waiver], to new: [Waiver]) -> [PolicyChange] {
  var (gone, come) = (old, new)
  var changes: [PolicyChange] = []
  // First those that stay as they are, so that the others find the one they were.
  for isPair in [Waiver.lastsAsLong, Waiver.speaksOfTheSame] {
    come.removeAll { waiver in
      guard let index = gone.firstIndex(where: { isPair(waiver, $0) }) else { return false }
      changes += differences(from: gone.remove(at: index), to: waiver)
      return true
    }
  }
  changes += come.map { waiver in
    PolicyChange(
      .loosened, .waiver(waiver.scope), .added(waiver.term), newPosition: waiver.place)
  }
  changes += gone.map { waiver in
    PolicyChange(
      .tightened, .waiver(waiver.scope), .removed(waiver.term), oldPosition: waiver.place)
  }
  return changes.sorted { $0.effect < $1.effect }
}

private func differences(from old: Waiver, to new: Waiver) -> [PolicyChange] {
  var list = ChangeList(.waiver(new.scope), oldPosition: old.place, newPosition: new.place)
  list.compare(
    "created", old.created, new.created, text: { $0?.description },
    effect: { PolicyChange.Effect.moreIsStricter($0?.number ?? .min, $1?.number ?? .min) })
  list.compare(
    "expires", old.expires, new.expires, text: { $0?.description },
    effect: { PolicyChange.Effect.lessIsStricter($0?.number ?? .max, $1?.number ?? .max) })
  return list.changes
}

extension Waiver {
  fileprivate static func speaksOfTheSame(_ left: Waiver, _ right: Waiver) -> Bool {
    left.scope == right.scope
  }

  fileprivate static func lastsAsLong(_ left: Waiver, _ right: Waiver) -> Bool {
    left.scope == right.scope && left.created == right.created && left.expires == right.expires
  }

  /// `until 2026-03-01`.
  fileprivate var term: String { expires.map { "until \($0)" } ?? "for ever" }

  fileprivate var place: SourcePosition {
    SourcePosition(line: position.line, column: position.column, file: file)
  }
}
