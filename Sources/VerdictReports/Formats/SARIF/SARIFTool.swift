import JSONDocument
import VerdictModel

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
    level = SARIFLevel.level(of: descriptor["defaultConfiguration"], notices: &notices)
    severity = SARIFLevel.securitySeverity(of: descriptor, otherwise: nil, notices: &notices)
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
  /// The driver, then the extensions.
  private let components: [SARIFComponent]
  private var byGUID: [String: Int] = [:]
  private var byName: [String: Int] = [:]
  /// The first rule of each id, whatever component it is in.
  private var rulesByID: [String: RuleIndex] = [:]

  /// Where a rule stands.
  struct RuleIndex: Hashable {
    /// 0 for the driver, 1 for the first extension.
    var component: Int
    var rule: Int
  }

  init(_ tool: JSONValue?, notices: inout NoticeCollector) {
    var components = [SARIFComponent(tool?["driver"], notices: &notices)]
    for component in tool?["extensions"]?.elements ?? .empty {
      components.append(SARIFComponent(component, notices: &notices))
    }
    self.components = components
    for (index, component) in components.enumerated() {
      if let guid = component.guid, byGUID[guid] == nil { byGUID[guid] = index }
      if byName[component.name] == nil { byName[component.name] = index }
      for (rule, descriptor) in component.rules.all.enumerated()
      where rulesByID[descriptor.id] == nil {
        rulesByID[descriptor.id] = RuleIndex(component: index, rule: rule)
      }
    }
    if driver.name.isEmpty { notices.note("a run does not name its tool") }
  }

  var driver: SARIFComponent { components[0] }

  /// A component by its index as `RuleIndex` has it; the driver if there is none.
  func component(_ index: Int?) -> SARIFComponent { components[index ?? 0] }

  func rule(_ index: RuleIndex) -> SARIFRule { components[index.component].rules.all[index.rule] }

  /// Finds the component that a reference names (§3.54): by index, else guid, else name; the driver
  /// if there is no such reference.
  ///
  /// - Returns: `nil` if the reference leads nowhere.
  func componentIndex(_ reference: JSONValue?) -> Int? {
    guard let reference, reference.kind == .object else { return 0 }
    if let index = reference["index"]?.listIndex {
      return index < components.count - 1 ? index + 1 : nil
    }
    if let guid = reference["guid"]?.string { return byGUID[guid] }
    if let name = reference["name"]?.string { return byName[name] }
    return 0
  }

  /// Finds the rule that a `reportingDescriptorReference` names (§3.52), or a result with its
  /// `ruleId` and `ruleIndex` (§3.27.5 to 3.27.7).
  ///
  /// An index that contradicts the id is not believed: real tools get indices wrong, not ids. A
  /// rule that is not where the reference says is looked for by its id in all components; only if
  /// no component has it, a contradicting index is better than nothing.
  func ruleIndex(
    id: String?, index: Int?, guid: String?, component reference: JSONValue?,
    notices: inout NoticeCollector
  ) -> RuleIndex? {
    let component = componentIndex(reference)
    if let component,
      let rule = components[component].rules.index(
        id: id, index: index, guid: guid, notices: &notices)
    {
      return RuleIndex(component: component, rule: rule)
    }
    guard let id else { return nil }
    if let found = SARIFHierarchy.find(id, in: { rulesByID[$0] }) { return found }
    guard let component, let index, components[component].rules.all.indices.contains(index) else {
      return nil
    }
    return RuleIndex(component: component, rule: index)
  }
}
