import VerdictModel

/// What reports said, by kind.
struct StoredContent: Codable {
  /// The coverage of files.
  var files: StoredCoverage?
  /// The same by path, as older baselines have it.
  var coverage: [String: StoredFileCoverage]?
  var tests: [StoredTest]?
  var findings: StoredFindings?
  var benchmarks: [StoredBenchmark]?
  var facts: [StoredFact]?

  /// The first version of the formats that has all of it: packed coverage came with the second.
  var version: Int { files?.packed == nil ? 1 : 2 }

  /// - Parameter lineBudget: How many lines may still come.
  func model(lineBudget: inout Int) throws(CorruptValue) -> EvidenceContent {
    var content = EvidenceContent()
    if let coverage {
      content.coverage = try StoredFileCoverage.report(coverage, budget: &lineBudget)
    }
    if let files {
      content.coverage = try at("files") { () throws(CorruptValue) in
        try files.report(budget: &lineBudget)
      }
    }
    if let tests { content.tests = try StoredTest.report(tests) }
    if let findings {
      content.findings = try at("findings") { () throws(CorruptValue) in try findings.model() }
    }
    if let benchmarks { content.benchmarks = try StoredBenchmark.report(benchmarks) }
    if let facts { content.facts = try StoredFact.report(facts) }
    return content
  }
}
