import JSONDocument
import VerdictModel

/// Reads a Criterion tree: what the slot `new` of each benchmark holds.
///
/// A file that cannot be read makes the run incomplete; all others are read nevertheless.
struct CriterionParser: TreeReportParser {
  /// The files of one slot `new`.
  private struct Measurement {
    var path: CriterionPath
    var identity: CriterionIdentity?
    var estimates: CriterionEstimates?
    var sample: CriterionSample?
    /// Whether a file was there that could not be read.
    var isDamaged = false
  }

  /// By directory.
  private var measurements: [String: Measurement] = [:]
  /// Directories of benchmarks that have another slot than `new`, with the slot that sorts first.
  private var otherSlots: [String: String] = [:]
  private var incomplete: [String] = []
  private var notices = NoticeCollector()

  func wants(_ path: String) -> Bool {
    CriterionPath(path)?.isWanted ?? false
  }

  mutating func consume(_ bytes: Span<UInt8>, of path: String) {
    guard let place = CriterionPath(path), place.isWanted else { return }
    guard place.slot == "new" else {
      consumeOtherSlot(bytes, place)
      return
    }
    var measurement = measurements[place.directory] ?? Measurement(path: place)
    do throws(ReportError) {
      switch place.file {
      case "benchmark.json":
        measurement.identity = try read(bytes, path, expected: "a benchmark with full_id") {
          CriterionIdentity($0, notices: &notices)
        }
      case "estimates.json":
        measurement.estimates = try read(
          bytes, path, expected: "estimates with mean, median and std_dev"
        ) { CriterionEstimates($0) }
      default:
        measurement.sample = try read(
          bytes, path, expected: "as many times as iterations, none of them negative"
        ) { CriterionSample($0) }
      }
    } catch {
      measurement.isDamaged = true
      incomplete.append(error.description)
    }
    measurements[place.directory] = measurement
  }

  mutating func finish() throws(ReportError) -> Report {
    var benchmarks: [Benchmark] = []
    for (directory, measurement) in measurements.sorted(by: { $0.key < $1.key }) {
      if let name = measurement.identity?.directory,
        measurement.path.owner(named: name) != directory
      {
        otherSlots[measurement.path.owner(named: name)] = "a baseline"
      } else if let benchmark = benchmark(from: measurement) {
        benchmarks.append(benchmark)
      }
    }
    for (directory, slot) in otherSlots.sorted(by: { $0.key < $1.key })
    where measurements[directory] == nil {
      incomplete.append("'\(directory)' has \(slot), but was not measured: there is no 'new'")
    }
    return Report(
      format: ReportFormat.criterion.id,
      content: .benchmarks(BenchmarkReport(benchmarks: CriterionNames.makingUnique(benchmarks))),
      incomplete: incomplete, notices: notices.notices)
  }

  // MARK: - Files

  private mutating func consumeOtherSlot(_ bytes: Span<UInt8>, _ place: CriterionPath) {
    // Whatever is wrong with it is not what this run is judged by.
    guard
      let identity = try? read(
        bytes, "", expected: "",
        { value in
          var ignored = NoticeCollector()
          return CriterionIdentity(value, notices: &ignored)
        })
    else { return }
    let owner = identity.directory.map(place.owner(named:)) ?? place.directory
    if otherSlots[owner] == nil { otherSlots[owner] = "'\(place.slot)'" }
  }

  private func read<Content>(
    _ bytes: Span<UInt8>, _ path: String, expected: String, _ make: (JSONValue) -> Content?
  ) throws(ReportError) -> Content {
    var text = JSONText(sizeHint: bytes.count)
    guard text.append(bytes) else {
      throw ReportError(
        .limitExceeded(name: "the size in bytes", limit: JSONText.maximumSize), in: path)
    }
    let content: Content?
    var repeatedKey: String?
    do throws(JSONSyntaxError) {
      content = try JSONDocument(&text).read { value in
        repeatedKey = value.repeatedKey
        return make(value)
      }
    } catch {
      throw ReportError(error, in: path)
    }
    if let key = repeatedKey {
      throw ReportError(
        .unexpected(found: "the key '\(key.excerpt)' twice", expected: "it once"), in: path)
    }
    guard let content else {
      throw ReportError(.unexpected(found: "something else", expected: expected), in: path)
    }
    return content
  }

  // MARK: - Benchmarks

  private mutating func benchmark(from measurement: Measurement) -> Benchmark? {
    let directory = measurement.path.directory
    let id = directory.isEmpty ? measurement.identity?.directory ?? "." : directory
    guard let statistics = statistics(of: measurement, id: id) else { return nil }
    return Benchmark(
      id: id, name: measurement.identity?.fullID ?? id,
      throughput: measurement.identity?.throughput, statistics: statistics)
  }

  private mutating func statistics(of measurement: Measurement, id: String) -> BenchmarkStatistics?
  {
    let statistics: BenchmarkStatistics?
    if let sample = measurement.sample {
      for name in measurement.estimates?.contradictions(to: sample) ?? [] {
        notices.note("'\(id)': the \(name) in estimates.json is not that of sample.json")
      }
      statistics = BenchmarkStatistics(sample)
    } else if let estimates = measurement.estimates {
      notices.note("a benchmark without samples, whose estimates are believed")
      statistics = BenchmarkStatistics(estimates)
    } else {
      if !measurement.isDamaged {
        incomplete.append("'\(id)' has neither sample.json nor estimates.json")
      }
      return nil
    }
    if statistics == nil { incomplete.append("'\(id)' has times that are out of range") }
    return statistics
  }
}
