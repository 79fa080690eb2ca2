/// A file that a verdict rests on, by what it held when it was read.
package struct InputFile: Hashable, Sendable {
  /// What a file says to a verdict, in the order in which outputs list them.
  package enum Role: String, CaseIterable, Sendable {
    /// The policy that judges, or one that it extends.
    case policy
    case baseline
    case waivers
    case approvals
    /// What is new, where it does not come from git.
    case diff
    /// What a job of the pipeline collected.
    case evidence
    /// A report, or one of the files of which it consists.
    case report
    /// A file of the repository that findings are in.
    case source
  }

  /// What it was read for.
  package var role: Role
  /// The entry of the policy's `reports` that it belongs to; `nil` for everything else.
  package var report: String?
  /// Relative to the working directory, with `/`; of a file elsewhere that was named by an absolute
  /// path, `…/` and its last part.
  package var path: String
  /// The full id of the commit that it was taken from; `nil` for a file of the working tree.
  package var commit: String?
  /// The evidence of a job from which all this is known, as `path` is; `nil` for what was read here.
  package var evidence: String?
  /// 64 lower-case hexadecimal digits, of the file as it lies there, be it compressed or not; `nil`
  /// if it could not be read to its end, or if it is a report and no output names those.
  package var sha256: String?
  /// When the file was last written, where that decided how old the report is.
  package var modified: Moment?

  package init(
    _ role: Role, report: String? = nil, path: String, commit: String? = nil,
    evidence: String? = nil, sha256: String?, modified: Moment? = nil
  ) {
    self.role = role
    self.report = report
    self.path = path
    self.commit = commit
    self.evidence = evidence
    self.sha256 = sha256
    self.modified = modified
  }
}

extension InputFile: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    left.key.lexicographicallyPrecedes(right.key)
  }

  private var key: [String] {
    let order = Role.allCases.firstIndex(of: role) ?? 0
    return ["\(order)", path, report ?? "", commit ?? "", evidence ?? "", sha256 ?? ""]
  }
}
