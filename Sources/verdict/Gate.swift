import VerdictBaseline
import VerdictModel
import VerdictPolicy

/// The whole program on one page: read, decide. Showing is `Outputs`.
struct GateRun {
  let options: GateOptions

  func verdict() async throws(NoDecision) -> Verdict {
    let policy = try PolicyFile(options.policy)
    let stage = try policy.stage(options.stage)
    let repository = await Repository(around: policy.directory)
    let change = try await options.change(in: repository)
    let files = await options.files(of: repository)
    let evidence = await EvidenceCollector(policy: policy, files: files).collect()
    let baseline = try await options.baseline(of: policy, in: repository)
    return evaluate(
      EvaluationInput(
        policy: policy.policy, policyName: policy.name, stage: stage, evidence: evidence,
        baseline: baseline, change: change, repositoryFiles: files, notices: []))
  }
}
