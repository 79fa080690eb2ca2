import Files
import VerdictBaseline
import VerdictModel
import VerdictPolicy
import VerdictReports

/// The evidence of a run, with what is remembered of earlier ones.
struct StoredRun {
  var content: EvidenceContent
  var history = BenchmarkHistory.none
}

extension StoredRun {
  init(_ baseline: Baseline) {
    self.init(content: baseline.evidence.wholeContent, history: baseline.history)
  }
}

/// Reads whatever holds the evidence of a run: reports, what jobs collected, or a baseline.
struct StoredRunReader {
  /// Where baselines are.
  let files: PolicyOptions

  /// - Parameter run: A file, a directory, or a revision of which there is a baseline.
  func run(of run: String) async throws(NoDecision) -> StoredRun {
    let status: FileStatus?
    do {
      status = try FileStatus(of: run)
    } catch {
      throw NoDecision(run, error.problem)
    }
    guard let status else { return try await runOfCommit(run) }
    if status.kind != .directory, let stored = try stored(in: run) { return stored }
    return StoredRun(content: try await contentOfReports(run))
  }

  private func runOfCommit(_ revision: String) async throws(NoDecision) -> StoredRun {
    let commit = try await Optional(revision).commit(around: ".")
    let location = try await files.baselineLocation()
    let entries = try await location.asking { store throws(BaselineError) in
      try await store.entries()
    }
    guard let entry = entries.last(where: { $0.baseline.reference.commit == commit }) else {
      throw NoDecision(
        revision, "\(location.name) has no entry of commit \(commit?.prefix(8) ?? "")")
    }
    return StoredRun(entry.baseline)
  }

  /// What a file of this program's own holds; `nil` for any other.
  private func stored(in file: String) throws(NoDecision) -> StoredRun? {
    guard file.hasSuffix(".json"),
      let bytes = try? ChunkedFile.contents(of: file, limit: EvidenceFormat.maxSize)
    else { return nil }
    // Keys are sorted: the schema is the last one.
    let end = String(decoding: bytes.suffix(Self.schemaSize), as: UTF8.self)
    do {
      if end.contains(BaselineFormat.schemaName) {
        return StoredRun(try BaselineFormat.read(bytes))
      }
      guard end.contains(EvidenceFormat.schemaName) else { return nil }
      return StoredRun(content: try content(of: try EvidenceFormat.read(bytes), file))
    } catch let error as BaselineError {
      throw NoDecision(file, error)
    } catch let error as NoDecision {
      throw error
    } catch {
      throw NoDecision(file, String(describing: error))
    }
  }

  private func content(
    of job: JobEvidence, _ file: String
  ) throws(NoDecision) -> EvidenceContent {
    try merged(
      job.parts.flatMap(\.reports).map { report in ("\(file): \(report.file)", report.result) })
  }

  private func contentOfReports(_ place: String) async throws(NoDecision) -> EvidenceContent {
    let whole = ReportFile(path: place, format: nil).read()
    if case .success = whole { return try merged([(place, whole)]) }
    var search = ReportSearch()
    try search.look(in: place)
    if let ignored = search.ignored.first { throw NoDecision(ignored.path, ignored.reason) }
    if search.found.isEmpty { throw NoDecision(place, "there is no report") }
    return try merged(
      search.found.map { ($0.path, ReportFile(path: $0.path, format: $0.format).read()) })
  }

  /// What cannot be read to its end is nothing to be compared.
  private func merged(
    _ reports: [(name: String, result: Result<Report, ReportError>)]
  ) throws(NoDecision) -> EvidenceContent {
    var content = EvidenceContent()
    for (name, result) in reports {
      switch result {
      case .failure(let error): throw NoDecision(name, error)
      case .success(let report):
        if let damage = report.damage { throw NoDecision(name, damage) }
        content.merge(EvidenceContent(of: report))
      }
    }
    // What a job measured of the code before the change is another run.
    content.benchmarks = content.benchmarks.map { BenchmarkReport(benchmarks: $0.benchmarks) }
    content.sort()
    return content
  }

  /// More than the last line of such a file takes.
  private static let schemaSize = 128
}
