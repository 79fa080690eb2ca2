import Files
import JSONDocument
import VerdictModel
import VerdictRendering

/// A `verdict.json` that was written earlier, by whomever: nothing in it is believed, and none of
/// its paths leads out of the working directory.
struct RecordedVerdict: Sendable {
  /// As the user named it.
  let file: String
  /// Everything that it says.
  let content: PositionedJSON
  let stage: String
  /// What was asked for.
  let invocation: Invocation
  /// What was read.
  let inputs: [InputFile]

  init(_ file: String) throws(NoDecision) {
    let bytes: [UInt8]
    do {
      bytes = try ChunkedFile.contents(of: file, limit: Self.maxSize)
    } catch {
      throw NoDecision(file, error.problem)
    }
    do {
      content = try PositionedJSON.parse(bytes)
    } catch {
      throw NoDecision(file, error)
    }
    self.file = file
    let verdict = try RecordedObject(content, of: file)
    try Self.checkVersion(verdict)
    stage = try verdict.text("stage")
    invocation = try Invocation(try verdict.object("invocation"))
    inputs = try verdict.objects("inputs").map { object throws(NoDecision) in
      try InputFile(object)
    }
  }

  /// What another version says in other words would look like another verdict.
  private static func checkVersion(_ verdict: RecordedObject) throws(NoDecision) {
    guard try verdict.text("schema") == verdictSchema else {
      throw verdict.refusal(
        "schema", "is not '\(verdictSchema)', the one that this version knows")
    }
    guard try verdict.text("version") == Version.current else {
      throw verdict.refusal(
        "version", "is not \(Version.current): verify it with the version that wrote it")
    }
  }

  /// As much as thousands of findings take.
  private static let maxSize = 64 * 1024 * 1024
}

extension Invocation {
  fileprivate init(_ object: RecordedObject) throws(NoDecision) {
    self.init(
      policy: try object.path("policy"), baseline: try object.optionalPath("baseline"),
      stage: try object.optionalText("stage"), evidence: try object.paths("evidence"),
      diff: try object.optionalPath("diff"),
      base: try object.revision("base"), policyFrom: try object.revision("policyFrom"),
      approve: try object.approvals("approve"), approvals: try object.optionalPath("approvals"),
      outputs: try object.texts("outputs"), commit: try object.optionalText("commit"),
      now: try object.moment("now"))
  }
}

extension InputFile {
  fileprivate init(_ object: RecordedObject) throws(NoDecision) {
    guard let role = Role(rawValue: try object.text("role")) else {
      throw object.refusal("role", "is none that this version knows")
    }
    self.init(
      role, report: try object.optionalText("report"), path: try object.path("path"),
      commit: try object.optionalText("commit"), evidence: try object.optionalPath("evidence"),
      sha256: try object.optionalText("sha256"), modified: try object.optionalMoment("modified"))
  }
}

extension RecordedObject {
  /// A path that leads to nothing outside of the working directory, links apart.
  fileprivate func path(_ key: String) throws(NoDecision) -> String {
    try path(try text(key), of: key)
  }

  fileprivate func paths(_ key: String) throws(NoDecision) -> [String] {
    try texts(key).map { text throws(NoDecision) in try path(text, of: key) }
  }

  private func path(_ path: String, of key: String) throws(NoDecision) -> String {
    guard !path.hasPrefix("/"), !path.hasPrefix(WorkingDirectory.elsewhere),
      !path.split(separator: "/").contains(".."), !path.isEmpty
    else {
      throw refusal(
        key,
        "leads out of this directory, and nothing is read there: run verdict verify where "
          + "everything is below")
    }
    return path
  }

  fileprivate func optionalPath(_ key: String) throws(NoDecision) -> String? {
    has(key) ? try path(key) : nil
  }

  fileprivate func moment(_ key: String) throws(NoDecision) -> Moment {
    guard let moment = Moment(try text(key)) else {
      throw refusal(key, "is no time such as 2026-01-31T12:00:00Z")
    }
    return moment
  }

  fileprivate func optionalMoment(_ key: String) throws(NoDecision) -> Moment? {
    has(key) ? try moment(key) : nil
  }

  fileprivate func revision(_ key: String) throws(NoDecision) -> Revision? {
    guard has(key) else { return nil }
    let revision = try object(key)
    return Revision(try revision.text("name"), commit: try revision.text("commit"))
  }

  fileprivate func approvals(_ key: String) throws(NoDecision) -> [Approval] {
    try texts(key).map { text throws(NoDecision) in
      guard let argument = ApprovalArgument(argument: text) else {
        throw refusal(key, "has something else than GATE=NAME")
      }
      return argument.approval
    }
  }
}
