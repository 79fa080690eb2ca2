import VerdictModel

/// One file that the verdict rests on.
///
/// The digests are those of `sha256sum`, so that for all files of the working tree
/// `jq -r '.inputs[] | select(.sha256 and (.commit // .evidence | not)) | "\(.sha256)  \(.path)"' verdict.json |
/// sha256sum --check` says whether they still hold the same.
struct JSONInput: Encodable {
  /// `policy`, `baseline`, `waivers`, `approvals`, `diff`, `evidence` or `report`.
  let role: String
  /// The id of the report; absent for everything else.
  let report: String?
  /// Relative to the directory in which `verdict` ran; `…/` and the last part for a file elsewhere
  /// that was named by an absolute path.
  let path: String
  /// The commit that it was taken from; absent for a file of the working tree.
  let commit: String?
  /// What a job collected from it, as `path`; absent for a file that was read here.
  let evidence: String?
  /// Of the file as it lies there, compressed or not; absent if it could not be read to its end.
  let sha256: String?
  /// When it was last written, ISO 8601 in UTC; only where that decided how old a report is.
  let modified: String?

  init(_ input: InputFile) {
    role = input.role.rawValue
    report = input.report
    path = input.path
    commit = input.commit
    evidence = input.evidence
    sha256 = input.sha256
    modified = input.modified?.description
  }
}
