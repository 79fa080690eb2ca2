import VerdictModel

extension AbsenceActions {
  /// The states of absence as a policy names them, in `defaults` and in a rule.
  static let keys = GapKind.allCases.map(\.rawValue) + ["noBaseline", "noChange"]

  /// These actions, but for what the object says otherwise.
  func overridden(by object: PolicyObject) throws(PolicyError) -> AbsenceActions {
    var actions = self
    for kind in GapKind.allCases {
      if let action = try object.action(kind.rawValue) { actions.gaps[kind] = action }
    }
    actions.noBaseline = try object.action("noBaseline") ?? noBaseline
    actions.noChange = try object.action("noChange") ?? noChange
    return actions
  }
}

extension PolicyObject {
  /// The action that a key names.
  func action(_ key: String) throws(PolicyError) -> Action? {
    guard let name = try string(key) else { return nil }
    return try Action(named: name, at: placeOfValue(of: key))
  }
}

extension Action {
  init(named name: String, at place: SourcePosition) throws(PolicyError) {
    guard let action = Action.allCases.first(where: { $0.name == name }) else {
      throw PolicyError(unknown("action", name, among: Action.allCases.map(\.name)), at: place)
    }
    self = action
  }
}
