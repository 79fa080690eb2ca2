extension FalseGreen {
  static let benchmarks: [FalseGreen] = [
    FalseGreen(
      "a benchmark vanished", others: "github-action-benchmark: not noticed (read)",
      reports: criterion, rules: tenPercent,
      before: [
        "a/x/new/benchmark.json": benchmark("x"), "a/x/new/sample.json": sample("1000"),
        "a/y/new/benchmark.json": benchmark("y"), "a/y/new/sample.json": sample("1000"),
      ],
      files: ["a/x/new/benchmark.json": benchmark("x"), "a/x/new/sample.json": sample("1000")],
      .warns, says: "it is in the baseline and in no report of this run"),
    FalseGreen(
      "a slower benchmark got a new name", others: "github-action-benchmark: skipped (read)",
      reports: criterion, rules: tenPercent,
      before: ["a/x/new/benchmark.json": benchmark("x"), "a/x/new/sample.json": sample("1000")],
      files: ["a/z/new/benchmark.json": benchmark("z"), "a/z/new/sample.json": sample("9000")],
      .warns, says: "it is in the baseline and in no report of this run"),
    FalseGreen(
      "Criterion's `base` is a copy of `new`",
      others: "a comparison of the two: no change (run, Criterion.rs 0.3.6)",
      reports: criterion, rules: tenPercent,
      files: [
        "a/x/new/benchmark.json": benchmark("x"), "a/x/new/sample.json": sample("1000"),
        "a/x/base/benchmark.json": benchmark("x"), "a/x/base/sample.json": sample("1000"),
      ], .warns, says: "there is no baseline"),
    FalseGreen(
      "the run is compared with its own copy", others: "not asked",
      reports: criterion, rules: tenPercent,
      before: ["a/x/new/benchmark.json": benchmark("x"), "a/x/new/sample.json": samples("1000")],
      files: ["a/x/new/benchmark.json": benchmark("x"), "a/x/new/sample.json": samples("1000")],
      .warns, says: "the baseline is a copy of this run"),
    FalseGreen(
      "one of the benchmarks was not measured again", others: "not asked",
      reports: criterion, rules: tenPercent,
      before: [
        "a/x/new/benchmark.json": benchmark("x"), "a/x/new/sample.json": samples("1000"),
        "a/y/new/benchmark.json": benchmark("y"), "a/y/new/sample.json": samples("1000"),
      ],
      files: [
        "a/x/new/benchmark.json": benchmark("x"), "a/x/new/sample.json": samples("1000"),
        "a/y/new/benchmark.json": benchmark("y"), "a/y/new/sample.json": samples("1001"),
      ], .warns, says: "it was not measured again"),
    FalseGreen(
      "the whole run is slower, so that no benchmark is", others: "not asked",
      reports: criterion, rules: tenPercent,
      before: files(8, nanoseconds: "1000"), files: files(8, nanoseconds: "2000"),
      .warns, says: "the run as a whole is slower"),
    FalseGreen(
      "the same benchmark is there twice, and once it is slow",
      reports: #""bench": { "format": "criterion", "files": ["a", "b"] }"#,
      rules: #"{ "metric": "benchmark.time", "each": "benchmark", "max": "10ms" }"#,
      files: [
        "a/x/new/benchmark.json": benchmark("x"), "a/x/new/sample.json": sample("1000"),
        "b/x/new/benchmark.json": benchmark("x"), "b/x/new/sample.json": sample("90000000"),
      ], says: "90 ms"),
  ]

  private static let criterion = #""bench": { "format": "criterion", "files": "a" }"#
  private static let tenPercent =
    #"{ "metric": "benchmark.time", "each": "benchmark", "maxRise": "10%" }"#

  private static func benchmark(_ name: String) -> String {
    #"{"group_id":"\#(name)","function_id":null,"value_str":null,"throughput":null,"#
      + #""full_id":"\#(name)","directory_name":"\#(name)","title":"\#(name)"}"#
  }

  /// So many benchmarks that take the same time.
  private static func files(_ count: Int, nanoseconds: String) -> [String: String] {
    (1...count).reduce(into: [:]) { files, number in
      files["a/b\(number)/new/benchmark.json"] = benchmark("b\(number)")
      files["a/b\(number)/new/sample.json"] = samples(nanoseconds)
    }
  }

  /// A sample with some noise, without which two runs may be alike by chance.
  private static func samples(_ nanoseconds: String) -> String {
    #"{"sampling_mode":"Flat","iters":[1.0,1.0],"times":[\#(nanoseconds),\#(nanoseconds).5]}"#
  }

  private static func sample(_ nanoseconds: String) -> String {
    #"{"sampling_mode":"Flat","iters":[1.0,1.0],"times":[\#(nanoseconds),\#(nanoseconds)]}"#
  }
}
