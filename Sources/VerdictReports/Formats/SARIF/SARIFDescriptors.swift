internal import JSONDocument
internal import VerdictModel

/// The rules or the notifications of one component, by index and by id.
struct SARIFDescriptors {
  private(set) var all: [SARIFRule] = []
  private var indices: [String: Int] = [:]

  init(_ descriptors: JSONValue?, notices: inout NoticeCollector) {
    for descriptor in descriptors?.elements ?? .empty {
      all.append(SARIFRule(descriptor, notices: &notices))
      let id = all[all.count - 1].id
      if indices[id] == nil {
        indices[id] = all.count - 1
      } else {
        notices.note("two rules of one tool have one id, and the first one is taken")
      }
    }
  }

  /// By index where the id does not contradict, else by guid, else by id.
  func index(
    id: String?, index: Int?, guid: String?, notices: inout NoticeCollector
  ) -> Int? {
    if let index, index >= 0 {
      if !all.indices.contains(index) {
        notices.note("a ruleIndex beyond the list of rules is ignored")
      } else if let id, !Self.isSame(id, orBelow: all[index].id) {
        notices.note("a ruleIndex names another rule than the ruleId, which is believed")
      } else {
        return index
      }
    }
    if let guid, let index = all.firstIndex(where: { $0.guid == guid }) { return index }
    return id.flatMap(self.index(ofID:))
  }

  /// By id; a hierarchical one (`CA5350/md5`) also by what remains when components are taken off its
  /// end (§3.27.5, §3.5.4).
  func index(ofID id: String) -> Int? {
    if let index = indices[id] { return index }
    var rest = Substring(id)
    while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
      rest = rest[..<slash]
      if let index = indices[String(rest)] { return index }
    }
    return nil
  }

  private static func isSame(_ id: String, orBelow rule: String) -> Bool {
    id == rule || id.hasPrefix(rule + "/")
  }
}
