import ArgumentParser
import VerdictBaseline
import VerdictModel
import VerdictPolicy
import VerdictRendering
import VerdictReports

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

  @OptionGroup var files: PolicyOptions

  @OptionGroup var clock: ClockOptions

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      let policy = try PolicyFile(files.policy)
      let location = try BaselineLocation(option: files.baseline, policy: policy)
      let repository = await Repository(around: policy.directory)
      let known = try await repository.files().map { KnownFiles($0) }
      let commit = try await repository.measuredCommit()
      let inputs = InputLedger()
      let collected = await EvidenceCollector(
        policy: policy, files: known, commit: commit, inputs: inputs
      ).collect()
      let evidence = Freshness(now: clock.moment, commit: commit).mark(
        FlaggedSource(repository: repository, inputs: inputs).read(for: collected),
        by: policy.policy)
      try refuseGaps(evidence, policy)
      let reference = BaselineReference(
        commit: try await repository.headCommit(), distance: nil, saved: clock.moment.description)
      try location.save(Baseline(reference: reference, evidence: evidence))
      try StandardOutput.write(
        "saved the evidence of \(evidence.parts.count) \(evidence.parts.count == 1 ? "report" : "reports") in \(location.name)\n"
      )
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

  @OptionGroup var files: PolicyOptions

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      let location =
        if let file = files.baseline {
          try BaselineLocation(file: file)
        } else {
          try BaselineLocation(of: PolicyFile(files.policy))
        }
      guard let baseline = try location.load() else {
        throw NoDecision(location.name, "there is no baseline, make one with verdict baseline save")
      }
      try StandardOutput.write(BaselineText.render(baseline, options: Terminal.renderOptions))
    }
  }
}
