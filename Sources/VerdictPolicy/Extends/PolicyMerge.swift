import JSONDocument
import VerdictModel

/// Puts policies over what they extend: objects key by key, `null` takes a key out, anything else
/// takes the place of what was there (RFC 7396). Only lists of rules go by what the rules ask.
struct PolicyMerge {
  var result = PositionedJSON(.null, at: JSONPosition(line: 1, column: 1))
  /// What the values at these places took the place of.
  private(set) var overridden: [SourcePosition: PositionedJSON] = [:]
  /// What was taken out of the objects and lists at these places.
  private(set) var removed: [SourcePosition: [Removal]] = [:]
  private let problems: PolicyProblems

  /// Something that a policy takes out of what it extends.
  struct Removal {
    /// `nil` for a rule.
    let key: String?
    let old: PositionedJSON
    /// Where that is said.
    let place: SourcePosition
  }

  init(_ problems: PolicyProblems) { self.problems = problems }

  /// A whole document over another.
  mutating func put(_ own: PositionedJSON, over base: PositionedJSON) -> PositionedJSON {
    put(own, over: base, at: [])
  }

  /// - Parameter path: The keys that lead to both, from the root.
  mutating func put(
    _ own: PositionedJSON, over base: PositionedJSON, at path: [String]
  ) -> PositionedJSON {
    var merged = own
    let isRules = path.count == 3 && path[0] == "gates" && path[2] == "rules"
    switch (own.value, base.value) {
    case (.object(let ownMembers), .object(let baseMembers)):
      removed[own.place, default: []] += removed[base.place] ?? []
      merged.value = .object(put(ownMembers, over: baseMembers, in: own, at: path))
    case (.array(let ownRules), .array(let baseRules)) where isRules:
      removed[own.place, default: []] += removed[base.place] ?? []
      merged.value = .array(put(rules: ownRules, over: baseRules, in: own, at: path))
    default:
      refuseLoss(of: base, at: path)
      if !own.isSame(as: base) { overridden[own.place] = base }
    }
    return merged
  }

  private mutating func put(
    _ own: [PositionedJSON.Member], over base: [PositionedJSON.Member], in object: PositionedJSON,
    at path: [String]
  ) -> [PositionedJSON.Member] {
    // These speak of one document only.
    let base = base.filter { !path.isEmpty || !Self.documentKeys.contains($0.key) }
    let ownByKey = Dictionary(own.map { ($0.key, $0) }) { first, _ in first }
    let known = Set(base.map(\.key))
    var members: [PositionedJSON.Member] = []
    for member in base {
      guard var merged = ownByKey[member.key] else {
        members.append(member)
        continue
      }
      if merged.value.isNull {
        note(Removal(key: member.key, old: member.value, place: merged.place), in: object)
      } else {
        merged.value = put(merged.value, over: member.value, at: path + [member.key])
        members.append(merged)
      }
    }
    for member in own where !known.contains(member.key) {
      if member.value.isNull {
        let suggestion = nearest(to: member.key, among: known)
        report(.nothingToRemove(member.key, suggestion: suggestion), at: member.place)
      } else {
        members.append(member)
      }
    }
    return members
  }

  mutating func note(_ removal: Removal, in container: PositionedJSON) {
    removed[container.place, default: []].append(removal)
  }

  func report(_ problem: ExtendsProblem, at place: SourcePosition) {
    problems.report(.extends(problem), at: place)
  }

  /// A section of another type would be lost with everything that it asks.
  private func refuseLoss(of base: PositionedJSON, at path: [String]) {
    guard let key = path.last else { return }
    let isSection = path.count == 1 && Self.sections.contains(key)
    let isEntry = path.count == 2 && ["reports", "gates"].contains(path[0])
    if isSection || isEntry, !base.isObject {
      problems.report(.wrongType(key: key, expected: "an object"), at: base.place)
    }
    if path.count == 3, path[0] == "gates", key == "rules", !base.isArray {
      problems.report(.wrongType(key: key, expected: "a list of rules"), at: base.place)
    }
  }

  private static let documentKeys = ["$schema", "version", "extends"]
  private static let sections = [
    "components", "reports", "gates", "defaults", "baseline", "trust", "waivers",
  ]
}

extension PositionedJSON {
  var isNull: Bool {
    if case .null = value { true } else { false }
  }

  fileprivate var isObject: Bool {
    if case .object = value { true } else { false }
  }

  fileprivate var isArray: Bool {
    if case .array = value { true } else { false }
  }

  /// Whether both say the same, wherever they stand.
  fileprivate func isSame(as other: Self) -> Bool {
    text(sortingLists: true) == other.text(sortingLists: true)
  }
}
