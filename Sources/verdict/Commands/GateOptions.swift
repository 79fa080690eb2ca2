import ArgumentParser
import VerdictModel

/// What `check` and `explain` need to know to come to a verdict.
struct GateOptions: ParsableArguments {
  @OptionGroup var files: PolicyOptions

  @Option(
    help: ArgumentHelp("The stage to judge; the policy's first by default.", valueName: "name"))
  var stage: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "What jobs wrote with verdict collect, to judge instead of the reports.", valueName: "file"))
  var evidence: [String] = []

  @Option(
    help: ArgumentHelp(
      "A unified diff that says what is new, where there is no git.", valueName: "file")
  )
  var diff: String?

  @Option(
    help: ArgumentHelp(
      "What is new since the merge base with this revision, uncommitted work included.",
      valueName: "rev"))
  var base: String?

  @Option(
    help: ArgumentHelp(
      "Judge by the policy that this revision has, such as the target branch.", valueName: "rev"))
  var policyFrom: String?

  @OptionGroup var approvals: ApprovalOptions

  func validate() throws {
    if diff != nil, base != nil {
      throw ValidationError("--diff and --base both say what is new, give one of them")
    }
  }
}

extension GateOptions {
  /// What is asked for.
  ///
  /// - Parameters:
  ///   - now: The time to judge at.
  ///   - outputs: The files that the run writes.
  func invocation(at now: Moment, writing outputs: [String] = []) -> Invocation {
    Invocation(
      policy: files.policy, baseline: files.baseline, stage: stage, evidence: evidence,
      diff: diff,
      base: base.map { Revision($0) }, policyFrom: policyFrom.map { Revision($0) },
      approve: approvals.approve.map(\.approval), approvals: approvals.approvals,
      outputs: outputs, now: now)
  }
}
