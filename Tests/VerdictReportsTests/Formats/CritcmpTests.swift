import TestSupport
import Testing
import VerdictModel

@testable import VerdictReports

struct CritcmpTests {
  private func read(_ text: String, pieces size: Int = 64 * 1024) throws(ReportError) -> Report {
    try TextReports.read(text, as: .critcmp, pieces: size)
  }

  /// One benchmark as critcmp writes it, with its key.
  private static func benchmark(
    _ id: String, directory: String? = nil, throughput: String = "null", median: String = "10.5"
  ) -> String {
    #"""
    "\#(id)": {"baseline": "main", "fullname": "main/\#(id)",
      "criterion_benchmark_v1": {"group_id": "g", "function_id": null, "value_str": null,
        "throughput": \#(throughput), "full_id": "\#(id)", "directory_name": "\#(directory ?? id)"},
      "criterion_estimates_v1": {
        "mean": {"confidence_interval": {"confidence_level": 0.95, "lower_bound": 1.0,
          "upper_bound": 2.0}, "point_estimate": 10.75, "standard_error": 0.1},
        "median": {"point_estimate": \#(median)}, "median_abs_dev": {"point_estimate": 0.7413},
        "slope": null, "std_dev": {"point_estimate": 0.9574271077563381}}}
    """#
  }

  private static func export(_ benchmarks: String...) -> String {
    #"{"name": "main", "benchmarks": {\#(benchmarks.joined(separator: ",\n"))}}"#
  }

  @Test(arguments: [1, 7, 4096])
  func readsAnExportHoweverItIsCut(size: Int) throws {
    let text = Self.export(
      Self.benchmark(
        "sort/1.5/[x] \\u00e9", directory: "sort/1.5/[x] é",
        throughput: #"{"Bytes": null, "Elements": 100}"#))
    let report = try read(text, pieces: size)
    #expect(report.format == "critcmp")
    #expect(report.incomplete == [])
    #expect(report.damage == nil)
    #expect(report.noticeTexts == ["a benchmark without samples, whose estimates are believed"])
    #expect(
      report.benchmarks == [
        Benchmark(
          id: "sort/1.5/[x] é", name: "sort/1.5/[x] é",
          throughput: Throughput(amount: 100, unit: "elements"),
          statistics: BenchmarkStatistics(
            samples: 0, mean: Picoseconds(10_750), median: Picoseconds(10_500),
            fifthPercentile: nil, standardDeviation: Picoseconds(957)))
      ])
  }

  /// The export was made of the tree.
  @Test(arguments: ["main", "slower"])
  func aTreeAndItsExportAgree(run: String) throws {
    let tree = try #require(CriterionTree.read("criterion-0.3.6-\(run)"))
    let path = "Fixtures/Reports/critcmp/valid/critcmp-0.1.8-\(run).json"
    let export = try TextReports.read(TestFiles.bytes(path), as: nil)
    let expected = tree.benchmarks.map { benchmark in
      var statistics = benchmark.statistics
      statistics.samples = 0
      statistics.fifthPercentile = nil
      return Benchmark(
        id: benchmark.id, name: benchmark.name, throughput: benchmark.throughput,
        statistics: statistics)
    }
    #expect(expected.count == 6)
    #expect(export.benchmarks == expected)
  }

  @Test func aDirectoryOfWindowsIsTheSame() throws {
    let text = Self.export(Self.benchmark("sort/100", directory: #"sort\\100"#))
    #expect(try read(text).benchmarks.map(\.id) == ["sort/100"])
  }

  @Test(arguments: [
    (#"{"Bytes": 8, "Elements": null}"#, Throughput(amount: 8, unit: "bytes"), []),
    (#"{"Bytes": null, "Elements": null}"#, nil, ["a throughput of unknown kind is ignored"]),
    ("null", nil, []),
  ])
  func throughputMayBeLost(json: String, throughput: Throughput?, notices: [String]) throws {
    let report = try read(Self.export(Self.benchmark("a", throughput: json)))
    #expect(report.benchmarks.map(\.throughput) == [throughput])
    #expect(
      report.noticeTexts == ["a benchmark without samples, whose estimates are believed"] + notices
    )
  }

  @Test(arguments: [
    (#""b": {"criterion_benchmark_v1": {"full_id": "b"}}"#, lacking),
    (#""b": {"criterion_estimates_v1": {"mean": {"point_estimate": 1}}}"#, lacking),
    (#""b": null"#, lacking),
    (benchmark("b", median: "1e300"), "'b' has times that are out of range"),
    (benchmark("b", median: "-1"), "'b' has times that are out of range"),
    (benchmark("b", median: "1e999"), lacking),
  ])
  func oneBadBenchmarkHidesNothingElse(bad: String, reason: String) throws {
    let report = try read(Self.export(Self.benchmark("a"), bad, Self.benchmark("c")))
    #expect(report.benchmarks.map(\.id) == ["a", "c"])
    #expect(report.incomplete == [reason])
    #expect(report.damage == nil)
  }

  private static let lacking = "'b' has no estimates with mean, median and std_dev"

  @Test func withoutItsDirectoryABenchmarkGoesByItsKey() throws {
    let text = #"""
      {"benchmarks": {"a/b": {"criterion_estimates_v1": {"mean": {"point_estimate": 1},
        "median": {"point_estimate": 2}, "std_dev": {"point_estimate": 0}}}}}
      """#
    let report = try read(text)
    #expect(report.benchmarks.map(\.id) == ["a/b"])
    #expect(report.benchmarks.map(\.name) == ["a/b"])
  }

  @Test(arguments: [
    ("", "3:1: the file ends too early, expected ',' or '}'"),
    (",\"b\": {\"x\": [1, tru", "3:17: not valid JSON: found 'tru', expected a value"),
    (",\"b\": nope, \"c\": 3}}", "3:7: not valid JSON: found 'nope', expected a value"),
    ("}, \"x\": nope}", "3:9: not valid JSON: found 'nope', expected a value"),
    ("}} x", "3:4: not valid JSON: found 'x', expected the end of the file"),
  ])
  func keepsWhatStandsBeforeDamage(rest: String, words: String) throws {
    let benchmark = Self.benchmark("a").replacing("\n", with: "")
    let report = try read("{\"benchmarks\": {\n\(benchmark)\n\(rest)")
    #expect(report.benchmarks.map(\.id) == ["a"])
    #expect(report.damage?.description == words)
  }

  @Test(arguments: [
    ("[]", "found something else, expected a critcmp export, which is an object"),
    ("3 4", "1:3: not valid JSON: found '4', expected the end of the file"),
    ("hello", "1:1: not valid JSON: found 'hello', expected a value"),
  ])
  func refusesWhatIsNoExport(text: String, words: String) {
    do {
      _ = try read(text)
      Issue.record("expected an error")
    } catch {
      #expect(error.description == words)
    }
  }

  @Test(arguments: [#"{"name": "main", "benchmarks": {}}"#, "{}"])
  func anExportWithoutBenchmarksIsEmpty(text: String) throws {
    #expect(try read(text).content.isEmpty)
  }

  @Test(arguments: [
    (export(benchmark("a.b")), "critcmp"),
    (#"{"benchmarks": {"a": {"baseline": "x", "criterion_benchmark_v1": {"group"#, "critcmp"),
    (#"{"name": "main", "benchmarks": {}}"#, nil),
    (#"{"benchmarks": [{"name": "criterion_benchmark_v1"}]}"#, nil),
    (#"{"a": {"benchmarks": {"b": {"criterion_benchmark_v1": {}}}}}"#, nil),
  ])
  func recognisesExports(text: String, format: String?) {
    #expect(TextReports.recognised(Array(text.utf8)) == format)
  }
}

/// Criterion trees of the fixtures.
enum CriterionTree {
  static func read(_ name: String) -> Report? {
    let root = "Fixtures/Reports/criterion/valid/\(name)"
    var parser = CriterionParser()
    for path in TestFiles.files(below: root, suffix: ".json") {
      let inner = String(path.dropFirst(root.count + 1))
      guard parser.wants(inner), let bytes = try? TestFiles.bytes(path) else { continue }
      parser.consume(bytes.span, of: inner)
    }
    return try? parser.finish()
  }
}
