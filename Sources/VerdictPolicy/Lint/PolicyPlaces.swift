import JSONDocument
package import VerdictModel

/// Where the parts of a policy, or of one of its rules, stand in their files: a policy that was read
/// keeps only some places.
package struct PolicyPlaces: Sendable {
  private let root: PositionedJSON?
  private let start: SourcePosition

  /// - Parameter assembly: A policy that can be read.
  package init(_ assembly: PolicyAssembly) {
    let merged = assembly.merged(PolicyProblems()).result
    self.init(merged, merged.place)
  }

  private init(_ root: PositionedJSON?, _ start: SourcePosition) {
    self.root = root
    self.start = start
  }

  /// The places within a rule of the policy.
  func inside(_ rule: Rule) -> PolicyPlaces {
    let rules = root?["gates"]?.members.flatMap { $0.value["rules"]?.elements ?? [] } ?? []
    return PolicyPlaces(rules.first { $0.place == rule.position }, rule.position)
  }

  /// Whether something stands at the end of a path of keys.
  func has(_ path: String...) -> Bool {
    path.reduce(root) { json, key in json?[key] } != nil
  }

  /// Where the last of some nested keys stands, or the last of them that is there.
  func key(_ path: String...) -> SourcePosition {
    var (json, place) = (root, start)
    for key in path {
      guard let member = json?.members.first(where: { $0.key == key }) else { break }
      (json, place) = (member.value, member.place)
    }
    return place
  }

  /// Where the value of a key stands, or in a list of texts the one that is meant.
  package func value(_ path: String..., text: String? = nil) -> SourcePosition {
    guard let json = path.reduce(root, { json, key in json?[key] }) else { return start }
    return json.elements.first { $0.text == text && text != nil }?.place ?? json.place
  }
}

extension PositionedJSON {
  /// The members of an object; none for anything else.
  fileprivate var members: [Member] {
    if case .object(let members) = value { members } else { [] }
  }

  /// The elements of a list; none for anything else.
  fileprivate var elements: [PositionedJSON] {
    if case .array(let elements) = value { elements } else { [] }
  }

  fileprivate subscript(key: String) -> PositionedJSON? {
    members.first { $0.key == key }?.value
  }
}
