import Files
import VerdictModel
import VerdictPolicy
import VerdictReports

/// A policy with the place where it stands, which report files are relative to.
struct PolicyFile {
  let policy: Policy
  /// What the file holds, or held.
  let bytes: [UInt8]
  /// The path as the user gave it.
  let name: String
  /// The directory of the file, relative to the working directory or absolute; `.` for this one.
  let directory: String

  init(_ path: String) throws(NoDecision) {
    let bytes: [UInt8]
    do {
      bytes = try ChunkedFile.contents(of: path, limit: Self.maxSize)
    } catch {
      throw NoDecision(path, error.problem)
    }
    try self.init(path, bytes: bytes)
  }

  /// - Parameters:
  ///   - bytes: What the file holds, or held in another revision.
  ///   - revision: That revision, for people; `nil` for the working tree.
  init(_ path: String, bytes: [UInt8], of revision: String? = nil) throws(NoDecision) {
    let formats = Dictionary(
      uniqueKeysWithValues: ReportFormats.all.map { ($0.id, $0.evidence) })
    do {
      policy = try PolicyReader(formats: formats).read(bytes)
    } catch {
      throw NoDecision(path + (revision.map { " of \($0)" } ?? ""), error)
    }
    self.bytes = bytes
    name = path
    directory =
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
  private static let maxSize = 4 * 1024 * 1024
}
