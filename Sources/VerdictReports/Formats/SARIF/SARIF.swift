import JSONDocument
import VerdictModel

extension ReportFormat {
  /// Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020) has them.
  static let sarif = ReportFormat(
    id: "sarif",
    title: "SARIF 2.1.0",
    evidence: .findings,
    producers: "CodeQL, Semgrep, Trivy, Gitleaks, ruff, ESLint, clippy-sarif, SpotBugs, Snyk",
    shape: .file(
      recognises: SARIFRecognition.recognises,
      parser: { SARIFParser(sizeHint: $0.size) }))
}

/// Tells SARIF from other JSON by the keys that the root object begins with.
enum SARIFRecognition {
  /// Keys of `run` objects, those of versions 1.0.0 and 2.0.0 among them: these are recognised so
  /// that they can be refused by name.
  private static let runKeys = [
    "tool", "results", "invocations", "artifacts", "originalUriBaseIds", "automationDetails",
    "columnKind", "conversion", "versionControlProvenance", "files", "rules", "invocation",
  ]

  /// A `$schema` that names SARIF, or a `version` with `runs`, or `runs` whose first element has
  /// keys of a run.
  static func recognises(_ prefix: Span<UInt8>) -> Bool {
    let glimpse = JSONGlimpse(prefix)
    if let schema = glimpse.text(at: "$schema"), schema.lowercased().contains("sarif") {
      return true
    }
    if glimpse.text(at: "version") != nil, glimpse.shows("runs") || glimpse.shows("runs[]") {
      return true
    }
    return runKeys.contains { key in
      glimpse.shows("runs[].\(key)") || glimpse.shows("runs[].\(key)[]")
    }
  }
}
