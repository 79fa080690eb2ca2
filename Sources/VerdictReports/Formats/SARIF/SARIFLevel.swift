internal import JSONDocument
internal import VerdictModel

/// The words for levels, kinds and severities.
enum SARIFLevel {
  /// Reads a `level` (SARIF 2.1.0 §3.27.10); `nil` if there is none.
  ///
  /// A word that SARIF does not have counts as `error`: whatever its author meant, it must not slip
  /// through a gate.
  static func level(_ value: JSONValue?, notices: inout NoticeCollector) -> FindingLevel? {
    guard let value, !value.isNull else { return nil }
    if value == "none" { return FindingLevel.none }
    if value == "note" { return .note }
    if value == "warning" { return .warning }
    if value == "error" { return .error }
    notices.note("a level that is none of none, note, warning, error reads as error")
    return .error
  }

  /// Whether a result's `kind` makes it a finding (§3.27.9): only `fail`, the default, has a level.
  static func isFinding(_ kind: JSONValue?, notices: inout NoticeCollector) -> Bool {
    guard let kind, !kind.isNull, !(kind == "fail") else { return true }
    if kind == "pass" || kind == "open" || kind == "informational" || kind == "notApplicable"
      || kind == "review"
    {
      return false
    }
    notices.note("a kind that SARIF does not have reads as fail")
    return true
  }

  /// Reads `properties.security-severity` of a rule or result, a CVSS-like number from 0 to 10 as
  /// number or text (GitHub's convention for code scanning); `nil` if there is none above 0.
  static func securitySeverity(
    of owner: JSONValue, notices: inout NoticeCollector
  ) -> FindingSeverity? {
    guard let value = owner["properties"]?["security-severity"], !value.isNull else { return nil }
    guard let score = value.double ?? value.string.flatMap(Double.init), score >= 0, score <= 10
    else {
      notices.note("a security-severity that is no number from 0 to 10 is ignored")
      return nil
    }
    if score >= 9 { return .critical }
    if score >= 7 { return .high }
    if score >= 4 { return .medium }
    return score > 0 ? .low : nil
  }

  /// The severity where no number gives one.
  static func severity(of level: FindingLevel) -> FindingSeverity {
    switch level {
    case .error: .high
    case .warning: .medium
    case .note: .low
    case .none: .none
    }
  }
}
