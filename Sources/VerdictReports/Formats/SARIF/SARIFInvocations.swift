import JSONDocument
import VerdictModel

/// The `invocations` of a run (SARIF 2.1.0 §3.20): whether it failed, and which rules had another
/// level in it.
struct SARIFInvocations {
  /// Why the run did not do all of its work, as what follows after its name.
  private(set) var failures: [String] = []
  /// When the last invocation ended (§3.20.8), or began (§3.20.7) if it does not say when it ended.
  private(set) var ended: StatedTime?
  /// `ruleConfigurationOverrides` (§3.20.5) with a level, by invocation.
  private var overrides: [[SARIFTool.RuleIndex: FindingLevel]] = []
  /// Overrides of rules that the log does not describe, by invocation and id.
  private var overridesByID: [[String: FindingLevel]] = []

  init(_ invocations: JSONValue?, tool: SARIFTool, notices: inout NoticeCollector) {
    guard let invocations, !invocations.isNull else { return }
    guard invocations.kind == .array else {
      failures.append("has \(invocations.kind.words) as invocations, expected a list")
      return
    }
    for invocation in invocations.elements {
      readSuccess(of: invocation, notices: &notices)
      let time = invocation["endTimeUtc"]?.string ?? invocation["startTimeUtc"]?.string
      ended = .last(ended, time.flatMap(TimeText.calendar))
      for key: StaticString in ["toolExecutionNotifications", "toolConfigurationNotifications"] {
        for notification in invocation[key]?.elements ?? .empty {
          readNotification(notification, tool: tool, notices: &notices)
        }
      }
      readOverrides(invocation["ruleConfigurationOverrides"], tool: tool, notices: &notices)
    }
  }

  /// The level that an invocation gave a rule; `nil` if it gave none.
  func level(
    of rule: SARIFTool.RuleIndex?, id: String?, in invocation: Int?
  ) -> FindingLevel? {
    guard let invocation, overrides.indices.contains(invocation) else { return nil }
    if let rule { return overrides[invocation][rule] }
    return id.flatMap { overridesByID[invocation][$0] }
  }

  private mutating func readSuccess(of invocation: JSONValue, notices: inout NoticeCollector) {
    guard invocation.kind == .object else {
      failures.append("has \(invocation.kind.words) as an invocation, expected an object")
      return
    }
    var isSaid = false
    for value in invocation.values(of: "executionSuccessful") where !value.isNull {
      isSaid = true
      if value.bool == false || value.string?.lowercased() == "false" {
        failures.append("says executionSuccessful: false")
      } else if value.bool == nil {
        failures.append(
          "has \(value.kind.words) as executionSuccessful, expected true or false")
      }
    }
    if !isSaid { notices.note("an invocation does not say whether it was successful") }
  }

  /// An error means that the run failed (§3.20.21, §3.20.22), and a failed run is not complete.
  private mutating func readNotification(
    _ notification: JSONValue, tool: SARIFTool, notices: inout NoticeCollector
  ) {
    let descriptor = notification["descriptor"]
    let component = tool.component(tool.componentIndex(descriptor?["toolComponent"]))
    let index = component.notifications.index(
      id: descriptor?["id"]?.string, index: descriptor?["index"]?.listIndex,
      guid: descriptor?["guid"]?.string, notices: &notices)
    let kind = index.map { component.notifications.all[$0] }
    guard
      SARIFLevel.level(of: notification, notices: &notices) ?? kind?.level == .error
    else { return }
    let text = SARIFMessage.text(of: notification["message"]) {
      kind?.messages[$0] ?? component.messages[$0]
    }
    failures.append("reports an error: " + Self.firstLine(of: text))
  }

  private mutating func readOverrides(
    _ list: JSONValue?, tool: SARIFTool, notices: inout NoticeCollector
  ) {
    var byRule: [SARIFTool.RuleIndex: FindingLevel] = [:]
    var byID: [String: FindingLevel] = [:]
    for override in list?.elements ?? .empty {
      guard let level = SARIFLevel.level(of: override["configuration"], notices: &notices) else {
        continue
      }
      let descriptor = override["descriptor"]
      let id = descriptor?["id"]?.string
      let rule = tool.ruleIndex(
        id: id, index: descriptor?["index"]?.listIndex, guid: descriptor?["guid"]?.string,
        component: descriptor?["toolComponent"], notices: &notices)
      if let rule {
        byRule[rule] = byRule[rule] ?? level
      } else if let id {
        byID[id] = byID[id] ?? level
      }
    }
    overrides.append(byRule)
    overridesByID.append(byID)
  }

  private static func firstLine(of text: String) -> String {
    let line = text.prefix { !$0.isNewline }
    return line.count > 200 ? line.prefix(199) + "…" : String(line)
  }
}
