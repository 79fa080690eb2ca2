import VerdictModel

/// A job's evidence as its file has it.
struct StoredJob: Codable, VersionedValue {
  var schema: String
  var job: String
  var commit: String?
  /// By the report's id in the policy.
  var reports: [String: StoredCollection]

  init(_ evidence: JobEvidence) {
    job = evidence.job
    commit = evidence.commit
    reports = Dictionary(
      evidence.parts.map { ($0.id, StoredCollection($0)) }, uniquingKeysWith: { $1 })
    let contents = reports.values.flatMap(\.read).compactMap(\.content)
    schema = EvidenceFormat.format.schema(contents.map(\.version).max() ?? 1)
  }

  func model() throws(CorruptValue) -> JobEvidence {
    try CommitText.check(commit)
    var lineBudget = StoredCoverage.maxLines
    var parts: [CollectedPart] = []
    for (id, part) in reports.sorted(by: { $0.key < $1.key }) {
      parts.append(
        try at("reports") { () throws(CorruptValue) in
          try at(id) { () throws(CorruptValue) in
            try part.model(id: id, lineBudget: &lineBudget)
          }
        })
    }
    return JobEvidence(job: job, commit: commit, parts: parts)
  }
}

/// What a job has of one entry of the policy's `reports`.
struct StoredCollection: Codable {
  /// The patterns that were looked for.
  var files: [String]
  var format: String?
  var variant: String?
  var unmatched: [String]?
  var refusal: String?
  var read: [StoredReport]

  init(_ part: CollectedPart) {
    files = part.terms.files
    format = part.terms.format
    variant = part.terms.variant
    unmatched = part.unmatched.isEmpty ? nil : part.unmatched
    refusal = part.refusal
    read = part.reports.map(StoredReport.init)
  }

  func model(id: String, lineBudget: inout Int) throws(CorruptValue) -> CollectedPart {
    var reports: [CollectedReport] = []
    for (index, report) in read.enumerated() {
      reports.append(
        try at("read") { () throws(CorruptValue) in
          try at(.index(index)) { () throws(CorruptValue) in
            try report.model(id: id, lineBudget: &lineBudget)
          }
        })
    }
    return CollectedPart(
      id: id, terms: ReadingTerms(files: files, format: format, variant: variant),
      unmatched: unmatched ?? [], refusal: refusal, reports: reports)
  }
}
