import VerdictModel

/// One difference between two policies.
struct JSONPolicyChange: Encodable {
  /// `loosened`, `changed` (nobody can say) or `tightened`.
  let effect: String
  /// The part of the policy in words: `gate coverage, coverage.lines of new code`.
  let subject: String
  /// The gate's id; absent for what belongs to no gate.
  let gate: String?
  /// The policy's key, such as `min`; absent where the subject as a whole came, went or changed.
  let key: String?
  /// The old text in the policy's notation; absent if there was none, or if it is not known.
  let old: String?
  /// The new text; absent if there is none, or if it is not known.
  let new: String?
  /// Where the subject stands in the old policy; absent if it has no place of its own there.
  let oldPosition: JSONPosition?
  /// Where the subject stands in the new policy; absent if it has no place of its own there.
  let newPosition: JSONPosition?
  /// Everything but the effect in words.
  let text: String

  init(_ change: PolicyChange) {
    effect = change.effect.name
    subject = change.subject.words
    gate =
      switch change.subject {
      case .gate(let id), .rule(let id, _): id
      case .waiver(let scope): scope.gate
      default: nil
      }
    switch change.alteration {
    case .key(let key, let old, let new): (self.key, self.old, self.new) = (key, old, new)
    case .added(let text): (key, old, new) = (nil, nil, text)
    case .removed(let text): (key, old, new) = (nil, text, nil)
    case .deleted, .rewritten, .unreadable, .replacedByLink: (key, old, new) = (nil, nil, nil)
    }
    oldPosition = change.oldPosition.map(JSONPosition.init)
    newPosition = change.newPosition.map(JSONPosition.init)
    text = change.words
  }
}
