import JSONDocument
import VerdictModel

extension ReportFormat {
  /// What `cargo criterion --message-format=json` writes to its standard output.
  static let cargoCriterion = ReportFormat(
    id: "cargo-criterion",
    title: "cargo-criterion messages",
    evidence: .benchmarks,
    producers: "cargo-criterion 1.0, 1.1",
    shape: .file(
      recognises: CargoCriterionRecognition.recognises,
      parser: { _ in CargoCriterionParser() }))
}

/// Tells a stream of messages from other JSON, and from texts that quote one.
enum CargoCriterionRecognition {
  /// Whether the first object, or one after it, has a `reason` that only cargo-criterion gives.
  static func recognises(_ prefix: Span<UInt8>) -> Bool {
    // XML reports of tests may have whole logs in them.
    let first = prefix.indices.first { !prefix[$0].isASCIISpace && prefix[$0] < 0x80 }
    if let first, prefix[first] == UInt8(ascii: "<") { return false }
    var stream = CargoCriterionStream()
    var start = 0
    while let found = try? stream.next(in: prefix, from: &start) {
      if isMessage(found.bytes) { return true }
    }
    return stream.pending.map { isMessage($0.bytes) } ?? false
  }

  private static func isMessage(_ bytes: [UInt8]) -> Bool {
    let reason = JSONGlimpse(bytes.span).text(at: "reason")
    return reason.map(CargoCriterionMessage.reasons.contains) ?? false
  }
}
