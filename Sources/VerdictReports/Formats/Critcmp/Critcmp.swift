import JSONDocument
import VerdictModel

extension ReportFormat {
  /// One slot of a Criterion tree in one file, as `critcmp --export main` writes it.
  static let critcmp = ReportFormat(
    id: "critcmp",
    title: "critcmp export",
    evidence: .benchmarks,
    producers: "critcmp 0.1",
    shape: .file(
      recognises: { prefix in
        let glimpse = JSONGlimpse(prefix)
        return CritcmpParser.Key.all.contains { glimpse.shows($0, inMembersOf: "benchmarks") }
      },
      parser: { CritcmpParser(sizeHint: $0.size) }))
}
