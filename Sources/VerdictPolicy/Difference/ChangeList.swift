import VerdictModel

/// The changes of one subject while its keys are compared.
struct ChangeList {
  private let subject: PolicySubject
  private let oldPosition: SourcePosition?
  private let newPosition: SourcePosition?
  private(set) var changes: [PolicyChange] = []

  init(
    _ subject: PolicySubject, oldPosition: SourcePosition? = nil,
    newPosition: SourcePosition? = nil
  ) {
    self.subject = subject
    self.oldPosition = oldPosition
    self.newPosition = newPosition
  }

  /// Notes a key that has another value; `nil` where the key is not there.
  mutating func note(_ effect: PolicyChange.Effect, _ key: String, old: String?, new: String?) {
    note(effect, .key(key, old: old, new: new))
  }

  mutating func note(_ effect: PolicyChange.Effect, _ alteration: PolicyChange.Alteration) {
    changes.append(
      PolicyChange(
        effect, subject, alteration, oldPosition: oldPosition, newPosition: newPosition))
  }

  /// Notes a key if its values differ.
  ///
  /// - Parameters:
  ///   - text: A value in the policy's notation; `nil` for one that a policy leaves out.
  ///   - effect: What the difference does; nobody can say without it.
  mutating func compare<Value: Equatable>(
    _ key: String, _ old: Value, _ new: Value, text: (Value) -> String?,
    effect: (Value, Value) -> PolicyChange.Effect = { _, _ in .changed }
  ) {
    guard old != new else { return }
    note(effect(old, new), key, old: text(old), new: text(new))
  }

  /// Whoever may lift a review: everybody if nobody is named.
  mutating func compareReviewers(_ old: [String], _ new: [String]) {
    compare(
      "reviewers", Set(old), Set(new),
      text: { $0.isEmpty ? nil : $0.sorted().joined(separator: ", ") },
      effect: { old, new in
        if new.isEmpty || (!old.isEmpty && old.isSubset(of: new)) { return .loosened }
        return old.isEmpty || new.isSubset(of: old) ? .tightened : .changed
      })
  }

  /// Sets of paths: whether more or fewer files ask more depends on the files.
  mutating func comparePatterns(_ key: String, _ old: [Glob], _ new: [Glob]) {
    compare(
      key, Set(old.map(\.pattern)), Set(new.map(\.pattern)),
      text: { patterns in
        patterns.sorted().joined(separator: ", ")
      })
  }
}

extension PolicyChange.Effect {
  /// The effect of a value where a larger one asks more.
  static func moreIsStricter<Value: Comparable>(_ old: Value, _ new: Value) -> Self {
    new < old ? .loosened : .tightened
  }

  /// The effect of a value where a larger one asks less.
  static func lessIsStricter<Value: Comparable>(_ old: Value, _ new: Value) -> Self {
    moreIsStricter(new, old)
  }
}
