package import VerdictModel

/// The file format in which a job's evidence travels to where it is judged: JSON in one line.
///
/// Nothing that a verdict could show is lost; how often a line ran is not kept, only whether.
package enum EvidenceFormat {
  static let format = VersionedFormat(
    name: "verdict-evidence", version: 2, remedy: "collect the evidence again")

  /// What the key `schema` begins with.
  package static var schemaName: String { format.name }

  /// The largest file that is read, as for baselines.
  package static let maxSize = FileStore.maxSize

  /// The bytes of a job's evidence; equal evidence gives equal bytes.
  package static func write(_ evidence: JobEvidence) throws(BaselineError) -> [UInt8] {
    try format.write(StoredJob(evidence), isIndented: false)
  }

  /// Reads a job's evidence.
  ///
  /// - Throws: `BaselineError` for everything that `write` would not have written, unknown keys
  ///   excepted; never empty evidence.
  package static func read(_ bytes: [UInt8]) throws(BaselineError) -> JobEvidence {
    try format.read(StoredJob.self, bytes) { stored throws(CorruptValue) in try stored.model() }
  }
}
