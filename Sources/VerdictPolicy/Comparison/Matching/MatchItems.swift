import VerdictModel

/// Makes items of findings. What makes those of both sides of a comparison has to be one value, so
/// that their numbers mean the same.
struct MatchItems {
  private var runs: [ScanRun: Int32] = [:]
  private var rules: [Rule: Int32] = [:]
  private var messages: [String: Int32] = [:]
  private var shapes: [Int32] = []
  private var fingerprints: [NamedValue: Int32] = [:]
  private var pathNumbers: [String: Int32] = [:]
  /// The path of each number; empty for findings without one.
  private(set) var paths: [String] = []
  /// Whether any message has a shape that differs from it.
  private(set) var hasShapes = false

  private struct Rule: Hashable {
    var run: Int32
    var id: String
  }

  private struct NamedValue: Hashable {
    var run: Int32
    var name: String
    var value: String
  }

  /// One item a finding, in their order.
  ///
  /// - Parameter trust: Whose word counts about fingerprints.
  mutating func items(_ findings: [Finding], trust: FingerprintTrust) -> [MatchItem] {
    // Findings come file by file and mostly from one run.
    var last: (run: ScanRun, number: Int32)?
    var lastPath: (path: String, number: Int32)?
    return findings.indices.map { index in
      let run = findings[index].run
      if last?.run !== run { last = (run, Self.number(of: run, in: &runs)) }
      let path = findings[index].location?.path ?? ""
      if lastPath?.path != path { lastPath = (path, number(ofPath: path)) }
      return item(
        findings[index], run: last?.number ?? 0, path: lastPath?.number ?? 0, trust: trust)
    }
  }

  private mutating func item(
    _ finding: Finding, run: Int32, path: Int32, trust: FingerprintTrust
  ) -> MatchItem {
    let line = UInt32(clamping: finding.location?.line ?? 0)
    let message = number(
      ofMessage: finding.isRedacted ? "\(finding.message) \(line)" : finding.message)
    var fingerprint: Int32 = -1
    let context = finding.knownContext
    var following = context.following
    if let trusted = trust.trusted(of: finding) {
      if trusted.name == FingerprintTrust.lineHash {
        following = LineHash.value(ofFingerprint: trusted.value) ?? following
      } else {
        fingerprint = Self.number(
          of: NamedValue(run: run, name: trusted.name, value: trusted.value), in: &fingerprints)
      }
    }
    return MatchItem(
      rule: Self.number(of: Rule(run: run, id: finding.rule), in: &rules), path: path,
      message: message, shape: shapes[Int(message)], fingerprint: fingerprint, line: line,
      column: UInt32(clamping: finding.location?.column ?? 0), lineText: context.line,
      following: following, position: Int(line), positionFromBelow: nil,
      section: 0)
  }

  /// - Returns: The number of a path; a new one if it has none.
  mutating func number(ofPath path: String) -> Int32 {
    let number = Self.number(of: path, in: &pathNumbers)
    if Int(number) == paths.count { paths.append(path) }
    return number
  }

  private mutating func number(ofMessage message: String) -> Int32 {
    let number = Self.number(of: message, in: &messages)
    guard Int(number) == shapes.count else { return number }
    shapes.append(number)
    if let shape = MessageShape.shape(of: message), !message.hasPrefix(Finding.redactedMessage) {
      shapes[Int(number)] = self.number(ofMessage: shape)
      hasShapes = true
    }
    return number
  }

  private static func number<Text: Hashable>(
    of text: Text, in numbers: inout [Text: Int32]
  ) -> Int32 {
    let next = Int32(clamping: numbers.count)
    if let number = numbers[text] { return number }
    numbers[text] = next
    return next
  }
}
