import JSONDocument
import VerdictModel

/// Reads the messages of cargo-criterion, each when it is complete.
///
/// All times are recomputed from the samples. `change` is not read: it compares with whatever run
/// came before on that machine, and calls a fraction `%`.
struct CargoCriterionParser: FileReportParser {
  private var stream = CargoCriterionStream()
  private var benchmarks: [Benchmark] = []
  private var ids: Set<String> = []
  /// Titles of benchmarks whose group has not come to its end.
  private var open: Set<String> = []
  private var titles: Set<String> = []
  private var incomplete: [String] = []
  private var notices = NoticeCollector()
  private var damage: ReportError?

  mutating func consume(_ chunk: Span<UInt8>) {
    guard damage == nil else { return }
    var start = 0
    do throws(ReportError) {
      while let found = try stream.next(in: chunk, from: &start) { try read(found) }
    } catch {
      damage = error
    }
  }

  mutating func finish() -> Report {
    if damage == nil, let cut = stream.pending {
      do throws(ReportError) { try read(cut) } catch { damage = error }
    }
    if !open.isEmpty, damage == nil {
      let names = open.sorted().map { "'\($0)'" }.joined(separator: ", ")
      incomplete.append("the run stopped in the group of \(names)")
    }
    return Report(
      format: ReportFormat.cargoCriterion.id,
      content: .benchmarks(BenchmarkReport(benchmarks: CriterionNames.makingUnique(benchmarks))),
      incomplete: incomplete,
      notices: (notices.notices + stream.otherText.notices).sorted(), damage: damage)
  }

  private mutating func read(_ found: CargoCriterionStream.Found) throws(ReportError) {
    let message: CargoCriterionMessage?
    var repeatedKey: String?
    do throws(JSONSyntaxError) {
      message = try JSONDocument(found.bytes).read {
        repeatedKey = $0.repeatedKey
        return CargoCriterionMessage($0, notices: &notices)
      }
    } catch {
      throw ReportError(error).moved(by: found.position)
    }
    if let key = repeatedKey {
      incomplete.append(
        "the message on line \(found.position.line) has the key '\(key.excerpt)' twice")
      return
    }
    switch message {
    case .benchmark(let benchmark):
      open.insert(benchmark.title)
      titles.insert(benchmark.title)
      add(benchmark)
    case .group(let members):
      open.subtract(members)
      for member in members where !titles.contains(member) {
        notices.note("a benchmark that its group knows was not measured", line: found.position.line)
      }
    case .other: break
    case nil:
      incomplete.append(
        "the message on line \(found.position.line) has neither an id nor a list of benchmarks")
    }
  }

  private mutating func add(_ benchmark: CargoCriterionBenchmark) {
    guard benchmark.isTime else {
      incomplete.append(
        "'\(benchmark.title)' is measured in '\(benchmark.unit)', expected a unit of time")
      return
    }
    guard let sample = benchmark.sample else {
      incomplete.append(
        "'\(benchmark.title)' needs as many values as iterations, none of them negative")
      return
    }
    guard let statistics = BenchmarkStatistics(sample) else {
      incomplete.append("'\(benchmark.title)' has times that are out of range")
      return
    }
    for name in benchmark.contradictions {
      notices.note("'\(benchmark.title)': the \(name) is not that of its values")
    }
    if !ids.insert(benchmark.id).inserted {
      notices.note("of a benchmark that is there twice the slower one counts")
    }
    benchmarks.append(
      Benchmark(
        id: benchmark.id, name: benchmark.title, throughput: benchmark.throughput,
        statistics: statistics))
  }
}

extension ReportError {
  /// The same error in a text that begins in the middle of another.
  fileprivate func moved(by start: SourcePosition) -> ReportError {
    guard let position else { return ReportError(problem, at: start) }
    let column = position.line == 1 ? position.column.map { $0 + (start.column ?? 1) - 1 } : nil
    return ReportError(
      problem,
      at: SourcePosition(
        line: start.line + position.line - 1, column: column ?? position.column))
  }
}
