import JSONDocument
import VerdictModel

extension AbsenceActions {
  /// The states of absence as a policy names them, in `defaults` and in a rule.
  static let keys = GapKind.allCases.map(\.rawValue) + ["noBaseline", "noChange", "inconclusive"]

  /// These actions, but for what the object says otherwise.
  func overridden(by object: PolicyObject) -> AbsenceActions {
    var actions = self
    for kind in GapKind.allCases {
      if let action = object.action(kind.rawValue) { actions.gaps[kind] = action }
    }
    actions.noBaseline = object.action("noBaseline") ?? noBaseline
    actions.noChange = object.action("noChange") ?? noChange
    actions.inconclusive = object.action("inconclusive") ?? inconclusive
    return actions
  }
}

extension PolicyObject {
  /// The action that a key names.
  func action(_ key: String) -> Action? {
    name(key, of: "action", among: Action.names).flatMap(Action.init(named:))
  }

  /// The action that a text names.
  func action(_ name: PlacedText) -> Action? {
    isKnown(name, "action", among: Action.names) ? Action(named: name.text) : nil
  }
}

extension Action {
  fileprivate static let names = allCases.map(\.name)

  fileprivate init?(named name: String) {
    guard let action = Action.allCases.first(where: { $0.name == name }) else { return nil }
    self = action
  }
}
