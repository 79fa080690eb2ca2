import VerdictBaseline
import VerdictModel
import VerdictPolicy
import VerdictRendering
import VerdictReports

/// The whole program on one page: read, decide. Showing is `Outputs`.
struct GateRun {
  let options: GateOptions
  let now: Moment

  /// The verdict as outputs show it.
  func document() async throws(NoDecision) -> VerdictDocument {
    document(of: try await input())
  }

  /// The same for what was read already.
  func document(of input: EvaluationInput) -> VerdictDocument {
    VerdictDocument(evaluate(input), version: Version.current, generated: now.description)
  }

  /// Everything that the verdict depends on.
  func input() async throws(NoDecision) -> EvaluationInput {
    let judging = try await JudgingPolicy(options)
    let policy = judging.policy
    let stage = try policy.stage(options.stage)
    let repository = await Repository(around: judging.source == nil ? policy.directory : ".")
    let change = try await options.change(in: repository)
    let approvals = try options.approvals.read(for: policy)
    let files = try await options.diff == nil ? repository.files() : nil
    let known = files.map { KnownFiles($0) } ?? change.map(KnownFiles.init(touchedBy:))
    // A diff stands for what git would say: then git is asked nothing.
    let commit = try await options.diff == nil ? repository.measuredCommit() : nil
    let evidence = await EvidenceCollector(policy: policy, files: known).collect()
    let baseline = try await options.baseline(of: policy, in: repository)
    let trust = try await PolicyWatch(
      judging: judging, options: options, repository: repository, change: change
    ).trust()
    return EvaluationInput(
      policy: policy.policy, policyName: policy.name, policyRevision: judging.source?.words,
      trust: trust, stage: stage, now: now,
      commit: commit, evidence: evidence, baseline: baseline, change: change,
      repositoryFiles: files, notices: repository.notices,
      waivers: try await policy.waivers(change: change, base: options.base, in: repository),
      approvals: approvals)
  }
}
