import JSONDocument
import VerdictModel

extension FindingFilter {
  static let keys = ["level", "severity", "tool", "category", "rule", "path", "state"]

  init(reading object: PolicyObject) {
    self = .all
    // What has no level is no failure, and never counts.
    let levels = FindingLevel.allCases.filter { $0 > .none }
    let severities = FindingSeverity.allCases.filter { $0 > .none }
    self.levels = object.rank("level", levels.map { ($0.name, $0) }, worst: .error)
    self.severities = object.rank("severity", severities.map { ($0.name, $0) }, worst: .critical)
    tools = object.globs("tool")
    categories = object.globs("category")
    rules = object.globs("rule")
    paths = object.globs("path")
    let states = ["all"] + State.allCases.map(\.rawValue)
    state = object.name("state", of: "state", among: states).flatMap(State.init)
  }
}

extension PolicyObject {
  /// A rank such as `high`, or with everything worse than it: `high+`.
  fileprivate func rank<Rank: Comparable>(
    _ key: String, _ names: [(name: String, rank: Rank)], worst: Rank
  ) -> ClosedRange<Rank>? {
    guard let text = string(key) else { return nil }
    let open = text.last == "+"
    let name = open ? String(text.dropLast()) : text
    let placed = PlacedText(text: name, place: placeOfValue(of: key))
    guard isKnown(placed, key, among: names.map(\.name)),
      let rank = names.first(where: { $0.name == name })?.rank
    else { return nil }
    return rank...(open ? worst : rank)
  }
}
