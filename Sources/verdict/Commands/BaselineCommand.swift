import ArgumentParser
import VerdictBaseline
import VerdictModel
import VerdictPolicy
import VerdictRendering

/// `verdict baseline`.
struct BaselineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Keeps the evidence of a run to compare later ones with.",
    subcommands: [SaveBaselineCommand.self, ShowBaselineCommand.self])
}

/// `verdict baseline save`.
struct SaveBaselineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "save",
    abstract: "Stores the evidence of this run (not the reports).",
    discussion: """
      Evidence with gaps is refused: a baseline that lacks something would hide its loss.

      EXAMPLES
        verdict baseline save
        verdict baseline save --policy ci/policy.json --baseline .verdict/baseline.json
      """)

  @Option(help: "The policy. Its directory is where report files are looked for.")
  var policy = "policy.json"

  @Option(
    help: ArgumentHelp("The baseline's file, instead of the policy's store.", valueName: "file"))
  var baseline: String?

  @Option(help: ArgumentHelp("The time to write into it, instead of now.", valueName: "iso8601"))
  var now: Timestamp?

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      let policy = try PolicyFile(policy)
      let location = try BaselineLocation(option: baseline, policy: policy)
      let repository = await Repository(around: policy.directory)
      let evidence = await EvidenceCollector(
        policy: policy, files: repository.files()
      ).collect()
      try refuseGaps(evidence, policy)
      let reference = BaselineReference(
        commit: await repository.headCommit(), distance: nil,
        saved: (now ?? .current).description)
      try location.save(Baseline(reference: reference, evidence: evidence))
      StandardOutput.write(
        "saved the evidence of \(evidence.parts.count) reports in \(location.name)\n")
    }
  }

  private func refuseGaps(_ evidence: Evidence, _ policy: PolicyFile) throws(NoDecision) {
    for part in evidence.parts {
      let isOptional = policy.policy.reports.first { $0.id == part.id }?.isOptional ?? false
      guard let gap = part.gaps.first(where: { !isOptional || $0.kind != .missing }) else {
        continue
      }
      throw NoDecision("nothing is saved: \(gap.words(report: part.id))")
    }
  }
}

/// `verdict baseline show`.
struct ShowBaselineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Says what the baseline holds.",
    discussion: """
      EXAMPLES
        verdict baseline show
        verdict baseline show --baseline .verdict/baseline.json
      """)

  @Option(help: "The policy that says where the baseline is.")
  var policy = "policy.json"

  @Option(
    help: ArgumentHelp("The baseline's file, instead of the policy's store.", valueName: "file"))
  var baseline: String?

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      let location =
        if let baseline {
          try BaselineLocation(file: baseline)
        } else {
          try BaselineLocation(of: PolicyFile(policy))
        }
      guard let baseline = try location.load() else {
        throw NoDecision(location.name, "there is no baseline, make one with verdict baseline save")
      }
      StandardOutput.write(BaselineText.render(baseline, options: Terminal.renderOptions))
    }
  }
}
