import Files
import VerdictModel
import VerdictPolicy
import VerdictReports

/// A policy with the place where it stands, which report files are relative to.
struct PolicyFile {
  let policy: Policy
  /// What was written, in this file and in those that it extends.
  let assembly: PolicyAssembly
  /// The path as the user gave it.
  let name: String
  /// The directory of the file, relative to the working directory or absolute; `.` for this one.
  let directory: String
  /// The files that the policy extends, directly or not.
  var extended: [ExtendedFile] { assembly.files }

  /// What the policy extends, as a policy of its own; `nil` if there is nothing, or nothing that
  /// could be one.
  var base: Policy? { Self.reader.base(of: assembly) }

  /// The policy of the working tree.
  ///
  /// - Parameter inputs: Notes every file that is read.
  init(_ path: String, noting inputs: InputLedger = InputLedger()) throws(NoDecision) {
    let bytes: [UInt8]
    do {
      bytes = try inputs.contents(of: path, as: .policy, limit: Self.maxSize)
    } catch {
      throw NoDecision(path, error.problem)
    }
    do throws(PolicyErrors) {
      var assembly = try PolicyAssembly(bytes, of: path)
      while let base = assembly.next {
        let bytes = try base.contents(besidePolicyIn: Self.directory(of: path))
        inputs.note(bytes, as: .policy, path: base.name)
        try assembly.add(bytes)
      }
      try self.init(path, assembly)
    } catch {
      throw NoDecision(path, error)
    }
  }

  /// - Parameter assembly: The policy with everything that it extends.
  init(_ path: String, _ assembly: PolicyAssembly) throws(PolicyErrors) {
    policy = try Self.reader.read(assembly)
    self.assembly = assembly
    name = path
    directory = Self.directory(of: path)
  }

  private static var reader: PolicyReader {
    PolicyReader(
      formats: Dictionary(uniqueKeysWithValues: ReportFormats.all.map { ($0.id, $0.evidence) }))
  }

  /// The directory of a file; `.` for this one.
  static func directory(of path: String) -> String {
    path.lastIndex(of: "/").map { slash in
      slash == path.startIndex ? "/" : String(path[..<slash])
    } ?? "."
  }

  /// The stage to judge: the one asked for, or the policy's first.
  func stage(_ asked: String?) throws(NoDecision) -> String {
    let stage = asked ?? policy.stages[0]
    guard policy.stages.contains(stage) else {
      let hint = hint(nearest(to: stage, among: policy.stages), known: policy.stages)
      throw NoDecision(name, "the policy has no stage '\(stage)'\(hint)")
    }
    guard policy.asksSomething(at: stage) else {
      throw NoDecision(name, "no rule applies at stage '\(stage)', so there is nothing to judge")
    }
    return stage
  }

  /// The path of a file that the policy names, as the working directory sees it.
  func path(of file: String) -> String {
    directory == "." || file.hasPrefix("/") ? file : directory + "/" + file
  }

  /// A policy is written by hand: more than this is something else.
  static let maxSize = 4 * 1024 * 1024
}
