internal import JSONDocument
internal import VerdictModel

/// What a result needs to know of its rule (`reportingDescriptor`, SARIF 2.1.0 §3.49).
final class SARIFRule {
  let id: String
  let guid: String?
  /// `defaultConfiguration.level`; `nil` if the rule does not say.
  let level: FindingLevel?
  /// From `properties.security-severity`.
  let severity: FindingSeverity?
  /// `messageStrings` by their ids.
  let messages: [String: String]

  init(_ descriptor: JSONValue, notices: inout NoticeCollector) {
    id = descriptor["id"]?.string ?? ""
    guid = descriptor["guid"]?.string
    level = SARIFLevel.level(descriptor["defaultConfiguration"]?["level"], notices: &notices)
    severity = SARIFLevel.securitySeverity(of: descriptor, notices: &notices)
    messages = SARIFMessage.strings(descriptor["messageStrings"])
  }
}

/// One `toolComponent` (§3.19): the driver, or an extension of it.
final class SARIFComponent {
  let name: String
  let guid: String?
  let rules: SARIFDescriptors
  let notifications: SARIFDescriptors
  /// `globalMessageStrings`.
  let messages: [String: String]

  init(_ component: JSONValue?, notices: inout NoticeCollector) {
    name = component?["name"]?.string ?? ""
    guid = component?["guid"]?.string
    rules = SARIFDescriptors(component?["rules"], notices: &notices)
    notifications = SARIFDescriptors(component?["notifications"], notices: &notices)
    messages = SARIFMessage.strings(component?["globalMessageStrings"])
  }
}

/// The tool of a run (§3.18), and the lookup of rules in it.
struct SARIFTool {
  var driver: SARIFComponent
  var extensions: [SARIFComponent]

  init(_ tool: JSONValue?, notices: inout NoticeCollector) {
    driver = SARIFComponent(tool?["driver"], notices: &notices)
    extensions = []
    for component in tool?["extensions"]?.elements ?? .empty {
      extensions.append(SARIFComponent(component, notices: &notices))
    }
    if driver.name.isEmpty { notices.note("a run does not name its tool") }
  }

  /// Where a rule stands: `component` is -1 for the driver, else an index into `extensions`.
  struct RuleIndex: Hashable {
    var component: Int
    var rule: Int
  }

  func component(_ index: Int) -> SARIFComponent {
    extensions.indices.contains(index) ? extensions[index] : driver
  }

  func rule(_ index: RuleIndex) -> SARIFRule {
    component(index.component).rules.all[index.rule]
  }

  /// Finds the component that a reference names (§3.54): by index, else guid, else name; the driver
  /// if there is no such reference.
  ///
  /// - Returns: `nil` if the reference leads nowhere.
  func componentIndex(_ reference: JSONValue?) -> Int? {
    guard let reference, reference.kind == .object else { return -1 }
    if let index = reference["index"]?.int, index >= 0 {
      return extensions.indices.contains(index) ? index : nil
    }
    if let guid = reference["guid"]?.string {
      if driver.guid == guid { return -1 }
      return extensions.firstIndex { $0.guid == guid }
    }
    if let name = reference["name"]?.string {
      if driver.name == name { return -1 }
      return extensions.firstIndex { $0.name == name }
    }
    return -1
  }

  /// Finds the rule that a `reportingDescriptorReference` names (§3.52), or a result with its
  /// `ruleId` and `ruleIndex` (§3.27.5 to 3.27.7).
  ///
  /// An index that contradicts the id is not believed: real tools get indices wrong, not ids. A rule
  /// that is not where the reference says is looked for by its id in all components; only if no
  /// component has it, a contradicting index is better than nothing.
  func ruleIndex(
    id: String?, index: Int?, guid: String?, component reference: JSONValue?,
    notices: inout NoticeCollector
  ) -> RuleIndex? {
    let component = componentIndex(reference)
    if let component,
      let rule = self.component(component).rules.index(
        id: id, index: index, guid: guid, notices: &notices)
    {
      return RuleIndex(component: component, rule: rule)
    }
    guard let id else { return nil }
    for component in -1..<extensions.count {
      if let rule = self.component(component).rules.index(ofID: id) {
        return RuleIndex(component: component, rule: rule)
      }
    }
    if let component, let index, self.component(component).rules.all.indices.contains(index) {
      return RuleIndex(component: component, rule: index)
    }
    return nil
  }
}
