/// One difference between two policies, or between two versions of what a policy rests on.
package struct PolicyChange: Hashable, Sendable {
  /// What a difference does to the demands; ordered as people have to read it.
  package enum Effect: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// Something passes now that did not pass before.
    case loosened
    /// Nobody can say from the policies alone whether it asks more or less. Whoever guards a policy
    /// takes it for loosened.
    case changed
    /// Something no longer passes that passed before, and nothing else.
    case tightened

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// The word used in outputs.
    package var name: String { String(describing: self) }
  }

  /// What was done to the subject. Texts are in the policy's own notation, such as `80%`.
  package enum Alteration: Hashable, Sendable {
    /// A key has another value; `nil` where it is not there.
    case key(String, old: String?, new: String?)
    /// The subject is new; what it asks.
    case added(String)
    /// The subject is gone; what it asked.
    case removed(String)
    /// A file is gone.
    case deleted
    /// A file is not what it was, and what it said before is not known.
    case rewritten
    /// A file cannot be read any more; why.
    case unreadable(String)
    /// A file is a symbolic link now.
    case replacedByLink
  }

  /// What the difference does to the demands.
  package var effect: Effect
  /// The part of the policy that differs.
  package var subject: PolicySubject
  /// How it differs.
  package var alteration: Alteration
  /// Where the subject stands in the old policy; `nil` if it has no place of its own there.
  package var oldPosition: SourcePosition?
  /// Where the subject stands in the new policy; `nil` if it has no place of its own there.
  package var newPosition: SourcePosition?

  package init(
    _ effect: Effect, _ subject: PolicySubject, _ alteration: Alteration,
    oldPosition: SourcePosition? = nil, newPosition: SourcePosition? = nil
  ) {
    self.effect = effect
    self.subject = subject
    self.alteration = alteration
    self.oldPosition = oldPosition
    self.newPosition = newPosition
  }
}

/// The part of a policy that a change is about, in the policy's own names.
package enum PolicySubject: Hashable, Sendable {
  /// A key of the policy as a whole, such as `stages`.
  case policy
  /// The actions of rules that name none for absence.
  case defaults
  /// What a change of the policy itself asks for.
  case trust
  /// What waivers may do.
  case waivers
  case component(String)
  case report(String)
  case gate(String)
  /// A rule of a gate; of a rule that has another scope now, the old one.
  case rule(gate: String, CheckSubject)
  /// A waiver of the policy's, or of another tool's file.
  case waiver(WaiverScope)
  /// A file as a whole, as the user or the policy names it.
  case file(String)
}
