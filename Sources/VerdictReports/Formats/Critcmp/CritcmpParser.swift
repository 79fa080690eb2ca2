import JSONDocument
import VerdictModel

/// Reads an export of critcmp: `{"name": …, "benchmarks": {"<full id>": {…}}}`.
///
/// Of each benchmark it holds what stood in Criterion's `benchmark.json` and `estimates.json`, but
/// no samples. So a tree and its export agree in names, throughputs and times, and the export lacks
/// the number of samples and their fifth percentile. Two benchmarks with one full id are one in it.
struct CritcmpParser: FileReportParser {
  /// Keys of a benchmark (critcmp, `src/data.rs`).
  enum Key {
    static let identity: StaticString = "criterion_benchmark_v1"
    static let estimates: StaticString = "criterion_estimates_v1"
    static let all = ["\(identity)", "\(estimates)"]
  }

  private var text: JSONText
  private var benchmarks: [Benchmark] = []
  private var incomplete: [String] = []
  private var notices = NoticeCollector()

  init(sizeHint: Int) {
    text = JSONText(sizeHint: sizeHint)
  }

  mutating func consume(_ chunk: Span<UInt8>) throws(ReportError) {
    guard text.append(chunk) else {
      throw ReportError(.limitExceeded(name: "the size in bytes", limit: JSONText.maximumSize))
    }
  }

  mutating func finish() throws(ReportError) -> Report {
    let document = JSONDocument(&text)
    let (outline, error) = document.readableOutline(opening: ["", "benchmarks"])
    var damage = error
    do throws(JSONSyntaxError) {
      try read(outline, of: document)
    } catch {
      damage = error
    }
    guard case .object = outline else {
      let problem = ReportProblem.unexpected(
        found: "something else", expected: "a critcmp export, which is an object")
      throw damage.map { ReportError($0) } ?? ReportError(problem)
    }
    return Report(
      format: ReportFormat.critcmp.id,
      content: .benchmarks(BenchmarkReport(benchmarks: benchmarks)), incomplete: incomplete,
      notices: notices.notices, damage: damage.map { ReportError($0) })
  }

  /// Reads all values, as only that tells whether they are JSON.
  private mutating func read(
    _ outline: JSONOutline, of document: JSONDocument
  ) throws(JSONSyntaxError) {
    switch outline {
    case .unread(let extent): try document.read(extent) { _ in }
    case .array(let elements):
      for element in elements { try read(element, of: document) }
    case .object(let members):
      for member in members {
        if member.key == "benchmarks", case .object(let benchmarks) = member.value {
          for benchmark in benchmarks { try readBenchmark(benchmark, of: document) }
        } else {
          try read(member.value, of: document)
        }
      }
    }
  }

  private mutating func readBenchmark(
    _ member: JSONOutline.Member, of document: JSONDocument
  ) throws(JSONSyntaxError) {
    guard case .unread(let extent) = member.value else { return }
    let (repeatedKey, identity, estimates) = try document.read(extent) { value in
      (
        value.repeatedKey ?? value[Key.estimates]?.repeatedKey,
        value[Key.identity].flatMap { CriterionIdentity($0, notices: &notices) },
        value[Key.estimates].flatMap { CriterionEstimates($0) }
      )
    }
    if let repeatedKey {
      incomplete.append("'\(member.key)' has the key '\(repeatedKey.excerpt)' twice")
      return
    }
    guard let estimates else {
      incomplete.append("'\(member.key)' has no estimates with mean, median and std_dev")
      return
    }
    guard let statistics = BenchmarkStatistics(estimates) else {
      incomplete.append("'\(member.key)' has times that are out of range")
      return
    }
    notices.note("a benchmark without samples, whose estimates are believed")
    // On Windows the parts of a directory are told apart by backslashes.
    let directory = identity?.directory?.replacing("\\", with: "/")
    benchmarks.append(
      Benchmark(
        id: directory ?? member.key, name: identity?.fullID ?? member.key,
        throughput: identity?.throughput, statistics: statistics))
  }
}
