package import VerdictModel

/// What `verdict policy diff OLD NEW` tells.
package struct PolicyDiff: Sendable {
  let old: String
  let new: String
  let changes: [PolicyChange]

  /// - Parameters:
  ///   - old: The old policy file as the user named it.
  ///   - new: The new policy file as the user named it.
  ///   - changes: In the order of reading.
  package init(old: String, new: String, changes: [PolicyChange]) {
    self.old = old
    self.new = new
    self.changes = changes
  }

  /// For people: one line a change, with its places.
  package func text(_ options: RenderOptions) -> String {
    var page = TerminalPage(options)
    page.spread(
      [PolicyChangeCounts(changes).words, "\(old) → \(new)"], prefix: "changes  ", style: .bold)
    page.blank()
    page.policyChanges(changes) { change in
      let places = [
        change.oldPosition.map { $0.words(in: old) },
        change.newPosition.map { $0.words(in: new) },
      ].compactMap(\.self)
      return places.isEmpty ? "" : " (\(places.joined(separator: " → ")))"
    }
    return page.text
  }

  /// For machines.
  package var json: String {
    JSONText.text(JSONPolicyDiff(old: old, new: new, changes: changes.map(JSONPolicyChange.init)))
  }
}

/// The output of `verdict policy diff --output json`.
private struct JSONPolicyDiff: Encodable {
  /// The files as the user named them.
  let old: String
  let new: String
  /// Loosened first, then changed, then tightened.
  let changes: [JSONPolicyChange]
}

extension TerminalPage {
  /// One line a change: what it does, and what it is.
  ///
  /// - Parameter tail: What stands at the end of a line.
  mutating func policyChanges(_ changes: [PolicyChange], tail: (PolicyChange) -> String) {
    for change in changes {
      field(change.effect.name, change.words + tail(change), style: TerminalStyle(change.effect))
    }
  }
}

extension TerminalStyle {
  fileprivate init(_ effect: PolicyChange.Effect) {
    switch effect {
    case .loosened: self = .red
    case .changed: self = .yellow
    case .tightened: self = .green
    }
  }
}
