import JSONDocument
import VerdictModel

/// What a message of cargo-criterion says (its `src/message_formats/json.rs`).
enum CargoCriterionMessage {
  case benchmark(CargoCriterionBenchmark)
  /// A group has come to its end. It names the benchmarks of older runs, too.
  case group(benchmarks: [String])
  /// Of a kind that says nothing of results: new ones may be added.
  case other

  /// The kinds that are read.
  static let reasons = ["benchmark-complete", "group-complete"]

  /// - Returns: `nil` if the message lacks what its kind has to have.
  init?(_ value: JSONValue, notices: inout NoticeCollector) {
    switch value["reason"]?.string {
    case "benchmark-complete":
      guard let benchmark = CargoCriterionBenchmark(value, notices: &notices) else { return nil }
      self = .benchmark(benchmark)
    case "group-complete":
      guard let list = value["benchmarks"], list.kind == .array else { return nil }
      self = .group(benchmarks: list.elements.compactMap(\.string))
    default:
      self = .other
    }
  }
}

/// What `benchmark-complete` holds.
struct CargoCriterionBenchmark {
  /// The full id, cut to 100 bytes and `...`, with ` #2` where another benchmark has the same.
  let title: String
  /// Where the benchmark's report goes: `<Criterion's home>/reports/<directory>`.
  let reportDirectory: String
  let throughput: Throughput?
  /// What the values are counted in: `ns`, or whatever a measurement of one's own says.
  let unit: String
  /// `nil` if the unit is no time or the numbers make no sense.
  let sample: CriterionSample?
  /// Names of the estimates that the samples contradict.
  let contradictions: [String]

  /// - Returns: `nil` if there is no id.
  init?(_ value: JSONValue, notices: inout NoticeCollector) {
    guard let title = value["id"]?.string else { return nil }
    self.title = title
    reportDirectory = value["report_directory"]?.string ?? ""
    throughput = Self.throughput(value["throughput"], notices: &notices)
    unit = value["unit"]?.string ?? ""
    sample = Self.nanoseconds(unit).flatMap {
      CriterionSample(
        iterations: value["iteration_count"], totals: value["measured_values"],
        nanosecondsPerUnit: $0)
    }
    contradictions =
      sample?.contradictions(
        mean: Self.estimate(value["mean"]), median: Self.estimate(value["median"]),
        standardDeviation: nil,
        medianAbsoluteDeviation: Self.estimate(value["median_abs_dev"]),
        slope: Self.estimate(value["slope"])) ?? []
  }

  /// The benchmark's directory in Criterion's tree, which is its identity; the title if there is
  /// none.
  var id: String {
    let path = reportDirectory.replacing("\\", with: "/")
    let reports =
      path.ranges(of: "/criterion/reports/").last ?? path.ranges(of: "/reports/").first
    return reports.map { String(path[$0.upperBound...]) } ?? title
  }

  /// Whether `unit` is one of time.
  var isTime: Bool { Self.nanoseconds(unit) != nil }

  /// An estimate in ns. Each has a unit of its own.
  private static func estimate(_ value: JSONValue?) -> Double? {
    guard let estimate = value?["estimate"]?.double,
      let unit = value?["unit"]?.string.flatMap(nanoseconds)
    else { return nil }
    return estimate * unit
  }

  /// How many ns a unit has.
  private static func nanoseconds(_ unit: String) -> Double? {
    switch unit {
    case "ps": 1e-3
    case "ns": 1
    case "us", "µs", "μs": 1e3
    case "ms": 1e6
    case "s": 1e9
    default: nil
    }
  }

  /// The first of `[{"per_iteration": n, "unit": "bytes"}]`; the list is empty if there is none.
  private static func throughput(
    _ list: JSONValue?, notices: inout NoticeCollector
  ) -> Throughput? {
    guard let first = list?.elements.first else { return nil }
    guard let amount = first["per_iteration"]?.int.flatMap(UInt64.init(exactly:)),
      let unit = first["unit"]?.string, ["bytes", "elements", "bits"].contains(unit)
    else {
      notices.note("a throughput of unknown kind is ignored")
      return nil
    }
    return Throughput(amount: amount, unit: unit)
  }
}
