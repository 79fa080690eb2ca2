import JSONDocument
import VerdictModel

/// The `suppressions` of a result (SARIF 2.1.0 §3.27.23, §3.35).
///
/// They count if all of them were accepted: one that is under review or rejected keeps the result
/// visible, as sarif-sdk has it. The status was called `state` in drafts of the standard.
struct SARIFSuppressions {
  /// What suppresses the result; `nil` if it is not suppressed.
  private(set) var counting: Suppression?
  /// The first one that was not accepted, if there is any.
  private(set) var open: Suppression?

  init(of result: JSONValue, notices: inout NoticeCollector) {
    for suppressions in result.values(of: "suppressions") {
      guard suppressions.elements.first != nil, !hasOpen(suppressions) else {
        counting = nil
        if open != nil {
          notices.note("a suppression that is under review or rejected does not count")
        }
        return
      }
      counting = counting ?? Self.accepted(suppressions)
    }
  }

  /// Looks for a suppression that was not accepted, or is none at all.
  private mutating func hasOpen(_ suppressions: JSONValue) -> Bool {
    for entry in suppressions.elements {
      guard entry.kind == .object else {
        open = Suppression(kind: "", justification: "")
        return true
      }
      for key: StaticString in ["status", "state"] {
        for status in entry.values(of: key) where !status.isNull && !(status == "accepted") {
          open = Suppression(
            kind: entry["kind"]?.string ?? "", status: status.string ?? "",
            justification: entry["justification"]?.string ?? "")
          return true
        }
      }
    }
    return false
  }

  private static func accepted(_ suppressions: JSONValue) -> Suppression? {
    guard let first = suppressions.elements.first else { return nil }
    let justification = suppressions.elements.lazy
      .compactMap { $0["justification"]?.string }.first { !$0.isEmpty }
    return Suppression(
      kind: first["kind"]?.string ?? "",
      status: first["status"]?.string ?? first["state"]?.string ?? "",
      justification: justification ?? "")
  }
}
