import Testing
import VerdictModel
import VerdictReports

@Suite struct CriterionTests {
  private static let sample = #"""
    {"sampling_mode": "Linear", "iters": [1, 2, 4, 8], "times": [10, 24, 40, 88]}
    """#  // 10, 12, 10, 11 ns each
  private static let estimates = #"""
    {"mean": {"point_estimate": 10.75}, "median": {"point_estimate": 10.5},
     "median_abs_dev": {"point_estimate": 0.7413}, "slope": null,
     "std_dev": {"point_estimate": 0.9574271077563381}}
    """#

  @Test func everythingIsRecomputedFromSamples() throws {
    let (report, benchmarks) = try read([
      "sort/100/new/benchmark.json": Self.identity("sort/100", throughput: #"{"Elements": 100}"#),
      "sort/100/new/sample.json": Self.sample,
      "sort/100/new/estimates.json": Self.estimates,
    ])
    #expect(report.format == "criterion")
    #expect(report.incomplete == [])
    #expect(report.notices == [])
    #expect(
      benchmarks == [
        Benchmark(
          id: "sort/100", name: "sort/100", throughput: Throughput(amount: 100, unit: "elements"),
          statistics: BenchmarkStatistics(
            samples: 4, mean: Picoseconds(10_750), median: Picoseconds(10_500),
            fifthPercentile: Picoseconds(10_000), standardDeviation: Picoseconds(957)))
      ])
  }

  @Test func samplesOfOldVersionsAreLists() throws {
    let (report, benchmarks) = try read([
      "fib 20/new/sample.json": "[[1.0, 2.0], [10.0, 24.0]]",
      "fib 20/new/estimates.json": #"""
      {"Mean": {"point_estimate": 11.0}, "Median": {"point_estimate": 11.0},
       "MedianAbsDev": {"point_estimate": 1.4826}, "Slope": {"point_estimate": 11.6},
       "StdDev": {"point_estimate": 1.4142135623730951}}
      """#,
    ])
    #expect(report.incomplete == [])
    #expect(report.notices == [])
    #expect(benchmarks.map(\.name) == ["fib 20"])
    #expect(benchmarks.map(\.statistics.mean.count) == [11_000])
    #expect(benchmarks.map(\.statistics.standardDeviation.count) == [1414])
  }

  @Test func estimatesAreBelievedWhereThereAreNoSamples() throws {
    let (report, benchmarks) = try read(["a/new/estimates.json": Self.estimates])
    #expect(report.incomplete == [])
    #expect(
      report.notices.map(\.message) == ["a benchmark without samples, whose estimates are believed"]
    )
    #expect(
      benchmarks.map(\.statistics) == [
        BenchmarkStatistics(
          samples: 0, mean: Picoseconds(10_750), median: Picoseconds(10_500), fifthPercentile: nil,
          standardDeviation: Picoseconds(957))
      ])
  }

  @Test func estimatesThatContradictTheirSamplesAreNoticed() throws {
    let edited = Self.estimates.replacing("10.75", with: "10.76").replacing(
      "null", with: "{\"point_estimate\": 10.8}")
    let (report, benchmarks) = try read([
      "a/new/estimates.json": edited, "a/new/sample.json": Self.sample,
    ])
    #expect(benchmarks.map(\.statistics.mean.count) == [10_750])
    #expect(
      report.notices.map(\.message) == [
        "'a': the mean in estimates.json is not that of sample.json",
        "'a': the slope in estimates.json is not that of sample.json",
      ])
  }

  @Test(arguments: [
    (#"{"Bytes": 1024}"#, Throughput(amount: 1024, unit: "bytes")),
    (#"{"BytesDecimal": 1000}"#, Throughput(amount: 1000, unit: "bytes")),
    (#"{"Elements": 7}"#, Throughput(amount: 7, unit: "elements")),
    (#"{"Bits": 8}"#, Throughput(amount: 8, unit: "bits")),
    (
      #"{"ElementsAndBytes": {"elements": 3, "bytes": 12}}"#,
      Throughput(amount: 3, unit: "elements")
    ),
    ("null", nil),
  ])
  func throughputHasManyShapes(json: String, expected: Throughput?) throws {
    let (report, benchmarks) = try read([
      "a/new/benchmark.json": Self.identity("a", throughput: json),
      "a/new/sample.json": Self.sample,
    ])
    #expect(benchmarks.map(\.throughput) == [expected])
    #expect(report.notices == [])
  }

  @Test func aThroughputOfUnknownKindIsNoticed() throws {
    let (report, benchmarks) = try read([
      "a/new/benchmark.json": Self.identity("a", throughput: #"{"Bananas": 3}"#),
      "a/new/sample.json": Self.sample,
    ])
    #expect(benchmarks.map(\.throughput) == [nil])
    #expect(report.notices.map(\.message) == ["a throughput of unknown kind is ignored"])
  }

  @Test func equalFullIDsAreToldApart() throws {
    var files: [String: String] = [:]
    for (directory, bytes) in [("ahash", 8), ("ahash_2", 16), ("ahash_3", 16), ("md5", 16)] {
      let id = directory == "md5" ? "md5" : "ahash"
      files["\(directory)/new/benchmark.json"] = Self.identity(
        id, directory: directory, throughput: #"{"Bytes": \#(bytes)}"#)
      files["\(directory)/new/sample.json"] = Self.sample
    }
    let (_, benchmarks) = try read(files)
    #expect(benchmarks.map(\.id) == ["ahash", "ahash_2", "ahash_3", "md5"])
    #expect(
      benchmarks.map(\.name) == [
        "ahash (8 bytes)", "ahash (16 bytes) (ahash_2)", "ahash (16 bytes) (ahash_3)", "md5",
      ])
  }

  @Test func groupsAndFunctionsMayBeCalledLikeSlots() throws {
    let (report, benchmarks) = try read([
      "report/new/sample.json": Self.sample,
      "Case/new/new/sample.json": Self.sample,
      "Case/change/new/sample.json": Self.sample,
      "new/new/sample.json": Self.sample,
    ])
    #expect(report.incomplete == [])
    #expect(benchmarks.map(\.id) == ["Case/change", "Case/new", "new", "report"])
  }

  @Test func baselinesAreNotMeasurements() throws {
    let (report, benchmarks) = try read([
      "sort/new/benchmark.json": Self.identity("sort"),
      "sort/new/sample.json": Self.sample,
      "sort/base/benchmark.json": Self.identity("sort"),
      "sort/base/sample.json": "not read",
      "sort/feat/x/benchmark.json": Self.identity("sort"),
      "sort/feat/new/benchmark.json": Self.identity("sort"),
      "sort/feat/new/sample.json": Self.sample,
      "sort/change/estimates.json": "not read",
    ])
    #expect(report.incomplete == [])
    #expect(benchmarks.map(\.id) == ["sort"])
  }

  @Test func aBenchmarkThatWasNotMeasuredMakesTheRunIncomplete() throws {
    let (report, benchmarks) = try read([
      "a/new/benchmark.json": Self.identity("a"),
      "a/new/sample.json": Self.sample,
      "b/main/benchmark.json": Self.identity("b"),
      "c/new/benchmark.json": Self.identity("c"),
    ])
    #expect(benchmarks.map(\.id) == ["a"])
    #expect(
      report.incomplete == [
        "'c' has neither sample.json nor estimates.json",
        "'b' has 'main', but was not measured: there is no 'new'",
      ])
  }

  @Test(arguments: [
    ("", "a/new/sample.json: 1:1: the file ends too early, expected a value"),
    ("{\"iters\": [1,", "a/new/sample.json: 1:14: the file ends too early, expected a value"),
    ("{]", "a/new/sample.json: 1:2: not valid JSON: found ']', expected a key in quotes or '}'"),
    ("{}", unusable), ("[]", unusable), ("null", unusable),
    (#"{"iters": [1], "times": [1, 2]}"#, unusable),
    (#"{"iters": [0], "times": [1]}"#, unusable),
    (
      #"{"iters": [1], "times": [1], "times": [9]}"#,
      "a/new/sample.json: found the key 'times' twice, expected it once"
    ),
    (#"{"iters": [1], "times": [-1]}"#, unusable),
    (#"{"iters": [1], "times": ["1"]}"#, unusable),
    (#"{"iters": [1], "times": [1e999]}"#, unusable),
  ])
  func oneBadFileHidesNothingElse(sample: String, reason: String) throws {
    let (report, benchmarks) = try read([
      "a/new/sample.json": sample,
      "b/new/sample.json": Self.sample,
      "c/new/sample.json": sample,
      "c/new/estimates.json": Self.estimates,
    ])
    #expect(benchmarks.map(\.id) == ["b", "c"])
    #expect(report.incomplete == [reason, reason.replacing("a/new", with: "c/new")])
  }

  private static let unusable =
    "a/new/sample.json: found something else, "
    + "expected as many times as iterations, none of them negative"

  @Test func timesOutOfRangeMakeTheRunIncomplete() throws {
    let (report, benchmarks) = try read([
      "a/new/sample.json": #"{"iters": [1, 1], "times": [1e300, 1e300]}"#
    ])
    #expect(benchmarks == [])
    #expect(report.incomplete == ["'a' has times that are out of range"])
  }

  @Test func aTreeWithoutBenchmarksIsEmpty() throws {
    let (report, benchmarks) = try read(["readme.txt": "", "report/index.html": ""])
    #expect(benchmarks == [])
    #expect(report.incomplete == [])
    #expect(report.content.isEmpty)
  }

  @Test func filesThatSayNothingAreNotWanted() throws {
    let parser = try makeParser()
    let wanted = [
      "a/new/benchmark.json", "a/new/estimates.json", "a/new/sample.json", "a/main/benchmark.json",
    ]
    let unwanted = [
      "a/new/tukey.json", "a/new/raw.csv", "a/main/sample.json", "a/base/estimates.json",
      "a/change/estimates.json", "a/report/benchmark.json", "sample.json", "report/index.html", "",
    ]
    #expect(wanted.filter { !parser.wants($0) } == [])
    #expect(unwanted.filter { parser.wants($0) } == [])
  }

  // MARK: - Helpers

  private static func identity(
    _ id: String, directory: String? = nil, throughput: String = "null"
  ) -> String {
    #"""
    {"group_id": "\#(id)", "function_id": null, "value_str": null, "throughput": \#(throughput),
     "full_id": "\#(id)", "directory_name": "\#(directory ?? id)", "title": "\#(id)"}
    """#
  }

  private func makeParser() throws -> any TreeReportParser {
    guard case .tree(let make) = try ReportFormats.named("criterion").shape else {
      throw ReportError(.wrongShape(format: "criterion", expectsDirectory: false))
    }
    return make()
  }

  private func read(_ files: [String: String]) throws -> (report: Report, [Benchmark]) {
    var parser = try makeParser()
    for (path, text) in files.sorted(by: { $0.key < $1.key }) where parser.wants(path) {
      parser.consume(Array(text.utf8).span, of: path)
    }
    let report = try parser.finish()
    guard case .benchmarks(let content) = report.content else { return (report, []) }
    return (report, content.benchmarks)
  }
}
