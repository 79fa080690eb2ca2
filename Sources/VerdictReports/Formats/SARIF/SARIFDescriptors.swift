import JSONDocument
import VerdictModel

/// The rules or the notifications of one component, by index and by id.
struct SARIFDescriptors {
  private(set) var all: [SARIFRule] = []
  private var byID: [String: Int] = [:]
  private var byGUID: [String: Int] = [:]

  init(_ descriptors: JSONValue?, notices: inout NoticeCollector) {
    for descriptor in descriptors?.elements ?? .empty {
      let rule = SARIFRule(descriptor, notices: &notices)
      if byID[rule.id] == nil {
        byID[rule.id] = all.count
      } else {
        notices.note("two rules of one tool have one id, and the first one is taken")
      }
      if let guid = rule.guid, byGUID[guid] == nil { byGUID[guid] = all.count }
      all.append(rule)
    }
  }

  /// By index (0 …) where the id does not contradict, else by guid, else by id.
  func index(
    id: String?, index: Int?, guid: String?, notices: inout NoticeCollector
  ) -> Int? {
    if let index {
      if !all.indices.contains(index) {
        notices.note("a ruleIndex beyond the list of rules is ignored")
      } else if let id, !Self.isSame(id, orBelow: all[index].id) {
        notices.note("a ruleIndex names another rule than the ruleId, which is believed")
      } else {
        return index
      }
    }
    if let index = guid.flatMap({ byGUID[$0] }) { return index }
    return id.flatMap { SARIFHierarchy.find($0) { byID[$0] } }
  }

  private static func isSame(_ id: String, orBelow rule: String) -> Bool {
    id == rule || id.hasPrefix(rule + "/")
  }
}

/// Hierarchical ids (SARIF 2.1.0 §3.5.4, §3.27.5), such as `CA5350/md5`.
enum SARIFHierarchy {
  /// The most components that are taken off an id.
  private static let maximumDepth = 16

  /// What is known of an id, else of what remains when components are taken off its end.
  static func find<Entry>(_ id: String, in lookup: (String) -> Entry?) -> Entry? {
    if let entry = lookup(id) { return entry }
    var rest = Substring(id)
    for _ in 0..<maximumDepth {
      guard let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
      rest = rest[..<slash]
      if let entry = lookup(String(rest)) { return entry }
    }
    return nil
  }
}
