import VerdictModel
import VerdictPolicy
import VerdictReports

/// Makes evidence of the reports that a policy declares, several at a time.
struct EvidenceCollector {
  let policy: PolicyFile
  /// The files that reports may speak of; `nil` if unknown.
  let files: KnownFiles?
  /// The commit that reports must not be older than; `nil` if there is none.
  let commit: MeasuredCommit?
  let inputs: InputLedger
  /// What jobs read already; `nil` if the reports are to be read here.
  var jobs: CollectedJobs?

  /// Reads everything. What is not there or cannot be read is a gap in the evidence, never an
  /// error.
  func collect() async -> Evidence {
    var parts: [EvidencePart] = []
    var readings: [Reading] = []
    for declaration in policy.policy.reports {
      let found =
        jobs?.find(declaration)
        ?? DeclaredReports(declaration: declaration, policy: policy, inputs: inputs).find()
      parts.append(
        EvidencePart(
          id: declaration.id, sources: [],
          gaps: found.gaps(in: declaration)
            + policy.policy.missingSwiftTests(in: found.reports.map(\.file), of: declaration),
          content: EvidenceContent()))
      let resolver = PathResolver(strip: declaration.strip, repositoryFiles: files)
      readings += found.reports.map {
        Reading(declaration: declaration, report: $0, resolver: resolver)
      }
    }
    // The largest first: whatever was begun last should not take longest.
    readings.sort { $0.report.size > $1.report.size }
    let read = await withTaskGroup(of: (part: EvidencePart, shard: Shard?).self) { group in
      for reading in readings {
        let isBase = reading.declaration.isBase(reading.report.file)
        group.addTask { isBase ? (part(ofBase: reading), nil) : part(of: reading) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    for (index, declaration) in policy.policy.reports.enumerated() {
      guard let expected = declaration.shards else { continue }
      let shards = read.filter { $0.part.id == declaration.id }.compactMap(\.shard)
      parts[index].gaps += Shard.gaps(of: shards, expected: expected)
    }
    return Evidence(parts: parts + read.map(\.part).joiningSwiftTests)
  }

  /// A report that is to be made evidence of.
  private struct Reading {
    let declaration: ReportDeclaration
    let report: FoundReports.Report
    let resolver: PathResolver
  }

  /// What one report of the code before the change holds.
  private func part(ofBase reading: Reading) -> EvidencePart {
    var part = part(of: reading).part
    if part.content != EvidenceContent(), part.content.benchmarks == nil {
      part.gaps.append(.incomplete(reason: "\(reading.report.file): 'base' is for benchmarks"))
    }
    part.content = EvidenceContent(benchmarks: part.content.benchmarks?.asBase)
    return part
  }

  /// What one report of a declaration holds.
  private func part(of reading: Reading) -> (part: EvidencePart, shard: Shard?) {
    let (declaration, file) = (reading.declaration, reading.report.file)
    var part = EvidencePart(id: declaration.id, sources: [], gaps: [], content: EvidenceContent())
    let read = reading.report.read()
    let (shard, inputs) = (Shard(reading.report, read: read), read.inputs)
    var timesMatter = false
    defer { self.inputs.note(inputs, withTimes: timesMatter) }
    // The report is given away step by step, and sorted here, where several files are at it at a
    // time, so that nothing is copied to be changed.
    switch (consume read).result {
    case .failure(let error):
      let words = declaration.isRedacted ? error.redacted.description : error.description
      part.gaps = [.unreadable(file: file, reason: words)]
    case .success(var report):
      report.resolvePaths(with: reading.resolver)
      if declaration.isRedacted { report = report.redacted }
      let written = inputs.compactMap(\.modified).max()
      let created = [report.created?.latest, written].compactMap(\.self).min()
      let isAgeJudged = commit != nil || declaration.maxAge != nil
      timesMatter = isAgeJudged && created != report.created?.latest
      part.sources = [
        EvidenceSource(
          file: file, format: report.format, notices: report.notices, created: created,
          stated: report.created)
      ]
      part.gaps = report.incomplete.map { .incomplete(reason: "\(file): \($0)") }
      if let damage = report.damage {
        part.gaps.append(.unreadable(file: file, reason: damage.description))
      } else if report.content.isEmpty {
        part.gaps.append(.empty(file: file))
      }
      part.content = EvidenceContent(of: consume report)
      part.content.sort()
    }
    return (part, shard)
  }
}
