import JSONDocument
import VerdictModel

/// The words for levels, kinds and severities.
enum SARIFLevel {
  /// Reads the `level` of a result, a notification or a configuration (SARIF 2.1.0 §3.27.10); `nil`
  /// if there is none.
  static func level(of owner: JSONValue?, notices: inout NoticeCollector) -> FindingLevel? {
    var worst: FindingLevel?
    guard let owner else { return worst }
    for value in owner.values(of: "level") where !value.isNull {
      let level = level(value, notices: &notices)
      worst = max(worst ?? level, level)
    }
    return worst
  }

  /// A word that SARIF does not have counts as `error`: whatever its author meant, it must not slip
  /// through a gate.
  private static func level(_ value: JSONValue, notices: inout NoticeCollector) -> FindingLevel {
    if value == "none" { return FindingLevel.none }
    if value == "note" { return .note }
    if value == "warning" { return .warning }
    if value == "error" { return .error }
    notices.note("a level that is none of none, note, warning, error reads as error")
    return .error
  }

  /// Whether a result's `kind` makes it a finding (§3.27.9): only `fail`, the default, has a level.
  static func isFinding(_ result: JSONValue, notices: inout NoticeCollector) -> Bool {
    var hasKind = false
    for kind in result.values(of: "kind") {
      if isFailure(kind, notices: &notices) { return true }
      hasKind = true
    }
    return !hasKind
  }

  private static func isFailure(_ kind: JSONValue, notices: inout NoticeCollector) -> Bool {
    if kind.isNull || kind == "fail" { return true }
    if kind == "pass" || kind == "open" || kind == "informational" || kind == "notApplicable"
      || kind == "review"
    {
      return false
    }
    notices.note("a kind that SARIF does not have reads as fail")
    return true
  }

  /// Reads `properties.security-severity` of a rule or result, a CVSS-like number from 0 to 10 as
  /// number or text (GitHub's convention for code scanning), or the word that such a number stands
  /// for.
  ///
  /// One that is neither makes nothing harmless: it counts as `high` at least.
  ///
  /// - Parameter known: What counts if there is none, or 0.
  static func securitySeverity(
    of owner: JSONValue, otherwise known: FindingSeverity?, notices: inout NoticeCollector
  ) -> FindingSeverity? {
    guard let value = owner["properties"]?["security-severity"], !value.isNull else { return known }
    let text = value.string
    if let word = words.first(where: { $0.name == text?.lowercased() }) { return word }
    guard let score = value.double ?? text.flatMap(Double.init), score >= 0, score <= 10 else {
      notices.note("a security-severity that is no number from 0 to 10 reads as high at least")
      return max(known ?? .high, .high)
    }
    if score >= 9 { return .critical }
    if score >= 7 { return .high }
    if score >= 4 { return .medium }
    return score > 0 ? .low : known
  }

  private static let words: [FindingSeverity] = [.critical, .high, .medium, .low]

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
