import Digest
import Files
import JSONDocument
import VerdictModel
import VerdictRendering

/// Comes to a verdict again, from the same files, to see whether it holds.
struct VerifyRun {
  /// The `verdict.json` as the user named it.
  let file: String

  func verification() async throws(NoDecision) -> Verification {
    let recorded = try RecordedVerdict(file)
    return Verification(
      question: recorded.invocation, stage: recorded.stage,
      files: recorded.inputs.count, result: try await result(of: recorded))
  }

  /// Where a file is another one there is no need to ask what comes of it.
  private func result(
    of recorded: RecordedVerdict
  ) async throws(NoDecision)
    -> Verification.Result
  {
    let files = recorded.inputs.compactMap(difference)
    if !files.isEmpty { return .otherFiles(files) }
    let document: VerdictDocument
    do {
      document = try await GateRun(recorded.invocation, again: recorded, hashingReports: true)
        .document()
    } catch {
      // Whatever is wrong, it is not this command line.
      throw NoDecision(reasons: error.reasons)
    }
    let differences =
      ContentDifference.all(recorded.content, try content(of: document))
      + (await misnamedRevisions(of: recorded.invocation))
    return differences.isEmpty ? .holds(document.verdict.outcome) : .otherVerdict(differences)
  }

  /// The commit that a revision named decides, and not its name, which moves: but a name that does
  /// not lead to the commit by any way was not what was asked. Names that this clone does not know
  /// are believed.
  private func misnamedRevisions(of question: Invocation) async -> [ContentDifference] {
    guard let git = try? await Git.repository(containing: ".") else { return [] }
    var differences: [ContentDifference] = []
    for (key, revision) in [("base", question.base), ("policyFrom", question.policyFrom)] {
      guard let revision, let commit = revision.commit,
        let named = try? await git.commit(revision.name),
        let isBefore = try? await git.isAncestor(commit, of: named), !isBefore
      else { continue }
      differences.append(
        ContentDifference(
          place: "invocation.\(key).commit", recorded: "\"\(commit)\"",
          found: "\"\(named)\" or one before it"))
    }
    return differences
  }

  /// What became of a file; `nil` if it holds what it held. What a commit has is what it had, what a
  /// job collected is in its evidence, and what could not be read then is read again by the gate only.
  private func difference(of input: InputFile) -> FileDifference? {
    guard input.commit == nil, input.evidence == nil, let sha256 = input.sha256 else { return nil }
    do {
      guard try FileStatus(of: input.path) != nil else { return FileDifference(input, .missing) }
      let found = try ContentDigest.hex(ofFile: input.path)
      return found == sha256 ? nil : FileDifference(input, .changed(sha256: found))
    } catch {
      return FileDifference(input, .unreadable(error.problem.description))
    }
  }

  /// The document as it would be written and read.
  private func content(of document: VerdictDocument) throws(NoDecision) -> PositionedJSON {
    let options = RenderOptions(width: Terminal.defaultWidth, color: false)
    do {
      return try PositionedJSON.parse(Array(Renderer.json.render(document, options).utf8))
    } catch {
      throw NoDecision("the verdict that comes out cannot be compared: \(error)")
    }
  }
}

extension ContentDigest {
  /// The digest of a file, in constant memory.
  fileprivate static func hex(ofFile path: String) throws(FileError) -> String {
    var file = try ChunkedFile(path)
    var digest = ContentDigest()
    while let chunk = try file.next() { digest.append(chunk) }
    return digest.hex
  }
}
