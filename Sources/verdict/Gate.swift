import Memory
import VerdictBaseline
import VerdictModel
import VerdictPolicy
import VerdictRendering
import VerdictReports

/// The whole program on one page: read, decide. Showing is `Outputs`.
struct GateRun {
  let invocation: Invocation
  /// The verdict that is come to again; `nil` for a new one.
  private let recorded: RecordedVerdict?
  /// Whether there may be a baseline that cannot be read, because it is about to be replaced.
  private let isForSaving: Bool
  /// Whether the verdict is to name the SHA-256 of each report.
  private let hashingReports: Bool

  init(
    _ invocation: Invocation, again recorded: RecordedVerdict? = nil, isForSaving: Bool = false,
    hashingReports: Bool = false
  ) {
    self.invocation = invocation
    self.recorded = recorded
    self.isForSaving = isForSaving
    self.hashingReports = hashingReports
  }

  /// The verdict as outputs show it.
  func document() async throws(NoDecision) -> VerdictDocument {
    let input = try await input()
    Memory.keepUntilExit(input)
    return document(of: input)
  }

  /// The same for what was read already.
  func document(of input: EvaluationInput) -> VerdictDocument {
    VerdictDocument(
      evaluate(input), version: Version.current, generated: invocation.now.description)
  }

  /// Everything that the verdict depends on.
  func input() async throws(NoDecision) -> EvaluationInput {
    let inputs = InputLedger(timesOf: recorded?.inputs, hashingReports: hashingReports)
    let judging = try await JudgingPolicy(invocation, noting: inputs)
    let policy = judging.policy
    let stage = try policy.stage(invocation.stage)
    let repository = await Repository(
      around: judging.source == nil ? policy.directory : ".",
      besides: invocation.outputs + invocation.evidence + [recorded?.file].compactMap(\.self))
    let change = try await invocation.change(in: repository, noting: inputs)
    let approvals = try await invocation.approvals(
      for: policy, in: repository, noting: inputs)
    let files = try await invocation.diff == nil ? repository.files() : nil
    let known = files.map { KnownFiles($0) } ?? change.map(KnownFiles.init(touchedBy:))
    // A diff stands for what git would say: then git is asked nothing.
    let commit = try await invocation.diff == nil ? repository.measuredCommit() : nil
    let collected = await EvidenceCollector(
      policy: policy, files: known, commit: commit, inputs: inputs,
      jobs: try invocation.jobs(for: policy.policy, commit: commit?.id, noting: inputs)
    ).collect()
    var notices = repository.notices
    let baseline = try await baseline(of: policy, in: repository, noting: inputs, &notices)
    let older = try await invocation.change(since: baseline, besides: change, in: repository)
    let source = FlaggedSource(repository: repository, inputs: inputs)
    let evidence =
      isForSaving ? source.read(for: collected) : source.read(for: collected, besides: baseline)
    let changed = await ChangedFiles(
      change, policy: policy, repository: repository, isDiff: invocation.diff != nil)
    let waivers = try await policy.waivers(
      changed: changed, base: invocation.base, in: repository, noting: inputs)
    let trust = try await PolicyWatch(
      judging: judging, invocation: invocation, repository: repository, changed: changed,
      waivers: waivers
    ).trust()
    let asked = try await invocation.resolved(
      in: repository, policyFrom: judging.source?.commit, commit: commit?.id)
    return EvaluationInput(
      policy: policy.policy, policyName: WorkingDirectory.shown(policy.name),
      policyRevision: judging.source?.words, trust: trust, stage: stage, now: invocation.now,
      commit: commit, evidence: evidence, baseline: baseline, change: change,
      olderChange: older, repositoryFiles: files, notices: notices, waivers: waivers,
      approvals: approvals,
      provenance: Provenance(invocation: asked, inputs: inputs.files))
  }

  private func baseline(
    of policy: PolicyFile, in repository: Repository, noting inputs: InputLedger,
    _ notices: inout [Notice]
  ) async throws(NoDecision) -> Baseline? {
    do throws(NoDecision) {
      return try await invocation.baseline(
        of: policy, in: repository, noting: inputs, absence: &notices)
    } catch {
      if isForSaving { return nil }
      throw error
    }
  }
}
