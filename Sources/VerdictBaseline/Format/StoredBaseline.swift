import VerdictModel

/// A baseline as its file has it.
struct StoredBaseline: Codable, VersionedValue {
  var schema: String
  var commit: String?
  var saved: String
  var forced: StoredForce?
  /// By the report's id in the policy.
  var reports: [String: StoredPart]
  /// What earlier runs measured of benchmarks; absent if nothing is remembered.
  var history: [String: [String: [StoredPastBenchmark]]]?
  /// How long tests took in earlier runs, by the report's id; absent if nothing is remembered.
  var times: [String: [StoredTestTimes]]?

  init(_ baseline: Baseline) {
    commit = baseline.reference.commit
    saved = baseline.reference.saved
    forced = baseline.forced.map(StoredForce.init)
    reports = Dictionary(
      baseline.evidence.parts.map { ($0.id, StoredPart($0)) }, uniquingKeysWith: { $1 })
    schema = BaselineFormat.format.schema(reports.values.map(\.content.version).max() ?? 1)
    history = StoredPastBenchmark.all(baseline.history)
    times = StoredTestTimes.all(baseline.testTimes)
  }

  /// The baseline without what only the repository can tell: how far away its commit is.
  func model() throws(CorruptValue) -> Baseline {
    try CommitText.check(commit)
    var lineBudget = StoredCoverage.maxLines
    var parts: [EvidencePart] = []
    for (id, part) in reports.sorted(by: { $0.key < $1.key }) {
      parts.append(
        try at("reports") { () throws(CorruptValue) in
          try at(id) { () throws(CorruptValue) in
            try part.model(id: id, lineBudget: &lineBudget)
          }
        })
    }
    return Baseline(
      reference: BaselineReference(commit: commit, distance: nil, saved: saved),
      evidence: Evidence(parts: parts), forced: forced?.model,
      history: try history.map(StoredPastBenchmark.history) ?? .none,
      testTimes: try times.map(StoredTestTimes.times) ?? .none)
  }
}

/// Why something was saved that should not have been.
struct StoredForce: Codable {
  var reason: String
  var incomplete: Bool?

  init(_ force: ForcedSave) {
    reason = force.reason
    incomplete = force.isIncomplete ? true : nil
  }

  var model: ForcedSave { ForcedSave(reason: reason, isIncomplete: incomplete == true) }
}

enum CommitText {
  /// - Throws: `CorruptValue` for a text that is no commit id.
  static func check(_ commit: String?) throws(CorruptValue) {
    if let commit, !commit.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) {
      throw CorruptValue("'\(commit)' is no commit id", at: [.key("commit")])
    }
  }
}

/// What one entry of the policy's `reports` found. Notices are about a run and not kept.
struct StoredPart: Codable {
  var sources: [StoredSource]
  var gaps: [StoredGap]?
  /// Its keys stand beside those of the part.
  var content: StoredContent

  private enum CodingKeys: String, CodingKey {
    case sources
    case gaps
  }

  init(_ part: EvidencePart) {
    sources = part.sources.map { StoredSource(file: $0.file, format: $0.format) }
    gaps = part.gaps.isEmpty ? nil : part.gaps.map(StoredGap.init)
    content = StoredContent(
      files: part.content.coverage.map { StoredCoverage($0) },
      tests: part.content.tests.map(StoredTest.all),
      findings: part.content.findings.map { StoredFindings($0) },
      benchmarks: part.content.benchmarks.map { $0.benchmarks.map(StoredBenchmark.init) },
      facts: part.content.facts.map { $0.facts.map(StoredFact.init) })
  }

  init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    sources = try keys.decode([StoredSource].self, forKey: .sources)
    gaps = try keys.decodeIfPresent([StoredGap].self, forKey: .gaps)
    content = try StoredContent(from: decoder)
  }

  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(sources, forKey: .sources)
    try keys.encodeIfPresent(gaps, forKey: .gaps)
    try content.encode(to: encoder)
  }

  func model(id: String, lineBudget: inout Int) throws(CorruptValue) -> EvidencePart {
    let content = try content.model(lineBudget: &lineBudget)
    return EvidencePart(
      id: id,
      sources: sources.map { EvidenceSource(file: $0.file, format: $0.format, notices: []) },
      gaps: try each("gaps", gaps ?? []) { gap throws(CorruptValue) in try gap.model() },
      content: content)
  }
}

struct StoredSource: Codable {
  var file: String
  var format: String
}

/// One way in which the evidence fell short.
struct StoredGap: Codable {
  var kind: String
  var patterns: [String]?
  var file: String?
  var reason: String?
  /// Files there and files expected: of missing shards, which are a kind of incompleteness.
  var found: Int?
  var expected: Int?
  /// Of a stale report: when it was made, and the commit that is younger.
  var created: String?
  var commit: String?
  var committed: String?
  /// Of a stale report: its age and what was allowed, in seconds.
  var age: Int?
  var allowed: Int?

  init(_ gap: EvidenceGap) {
    kind = gap.kind.rawValue
    switch gap {
    case .missing(let patterns): self.patterns = patterns
    case .empty(let file): self.file = file
    case .incomplete(let reason): self.reason = reason
    case .missingShards(let found, let expected):
      self.found = found
      self.expected = expected
    case .stale(let file, .olderThanCommit(let created, let commit)):
      self.file = file
      self.created = created.description
      self.commit = commit.id
      committed = commit.time.description
    case .stale(let file, .olderThan(let allowed, let age)):
      self.file = file
      self.allowed = allowed.seconds
      self.age = age.seconds
    case .unreadable(let file, let reason):
      self.file = file
      self.reason = reason
    }
  }

  func model() throws(CorruptValue) -> EvidenceGap {
    guard let kind = GapKind(rawValue: kind) else {
      throw CorruptValue("'\(self.kind)' is no gap", at: [.key("kind")])
    }
    switch kind {
    case .missing: return .missing(patterns: patterns ?? [])
    case .empty: return .empty(file: file ?? "")
    case .incomplete:
      guard let found, let expected else { return .incomplete(reason: reason ?? "") }
      return .missingShards(found: found, expected: expected)
    case .stale: return .stale(file: file ?? "", try staleness())
    case .unreadable: return .unreadable(file: file ?? "", reason: reason ?? "")
    }
  }

  private func staleness() throws(CorruptValue) -> Staleness {
    if let allowed, let age {
      return .olderThan(allowed: Age(seconds: allowed), age: Age(seconds: age))
    }
    guard let created = created.flatMap({ Moment($0) }), let commit,
      let committed = committed.flatMap({ Moment($0) })
    else {
      throw CorruptValue("a stale report needs the times of itself and of its commit", at: [])
    }
    return .olderThanCommit(created: created, MeasuredCommit(id: commit, time: committed))
  }
}
