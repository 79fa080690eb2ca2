import JSONDocument
import VerdictModel

extension FindingFilter {
  static let keys = ["level", "severity", "tool", "category", "rule", "path", "state"]

  init(reading json: PositionedJSON) throws(PolicyError) {
    let object = try PolicyObject(json, key: "where", what: "where", keys: Self.keys)
    self = .all
    // What has no level is no failure, and never counts.
    let levels = FindingLevel.allCases.filter { $0 > .none }
    let severities = FindingSeverity.allCases.filter { $0 > .none }
    self.levels = try object.rank("level", levels.map { ($0.name, $0) }, worst: .error)
    self.severities = try object.rank(
      "severity", severities.map { ($0.name, $0) }, worst: .critical)
    tools = try object.globs("tool")
    categories = try object.globs("category")
    rules = try object.globs("rule")
    paths = try object.globs("path")
    if let state = try object.string("state") {
      self.state = State(rawValue: state)
      guard self.state != nil || state == "all" else {
        throw PolicyError(
          unknown("state", state, among: ["all"] + State.allCases.map(\.rawValue)),
          at: object.placeOfValue(of: "state"))
      }
    }
  }
}

extension PolicyObject {
  /// A rank such as `high`, or with everything worse than it: `high+`.
  fileprivate func rank<Rank: Comparable>(
    _ key: String, _ names: [(name: String, rank: Rank)], worst: Rank
  ) throws(PolicyError) -> ClosedRange<Rank>? {
    guard let text = try string(key) else { return nil }
    let open = text.last == "+"
    let name = open ? String(text.dropLast()) : text
    guard let rank = names.first(where: { $0.name == name })?.rank else {
      throw PolicyError(unknown(key, name, among: names.map(\.name)), at: placeOfValue(of: key))
    }
    return rank...(open ? worst : rank)
  }
}
