import ArgumentParser
import VerdictBaseline
import VerdictModel
import VerdictPolicy
import VerdictRendering

/// `verdict baseline save`.
struct SaveBaselineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "save",
    abstract: "Stores the evidence of this run (not the reports).",
    discussion: """
      The run is judged as verdict check would judge it. Evidence with gaps is refused,
      as a baseline that lacks something would hide its loss, and so is a run that is
      blocked, as it would become what is normal. Of benchmarks and slow tests, the runs
      before this one are remembered too: they tell how much noise there is.

      EXAMPLES
        verdict baseline save
        verdict baseline save --accept 'order_path/*'
        verdict baseline save --policy ci/policy.json --baseline .verdict/baseline.json
        verdict baseline save --evidence unit.json lint.json
        verdict baseline save --force "the tests moved to another repository"
      """)

  @OptionGroup var gate: GateOptions

  @OptionGroup var clock: ClockOptions

  @Option(
    help: ArgumentHelp(
      "Why a run is saved that is blocked, or has gaps.", valueName: "reason"))
  var force: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Benchmarks that are meant to be as fast as now; what they took before is forgotten.",
      valueName: "pattern"))
  var accept: [Glob] = []

  func validate() throws {
    if force?.allSatisfy(\.isWhitespace) == true { throw ValidationError("--force needs a reason") }
  }

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      let invocation = gate.invocation(at: clock.moment)
      let run = GateRun(invocation, isForSaving: true)
      var input = try await run.input()
      let accepted = try acceptedBenchmarks(of: input.evidence)
      input.baseline = input.baseline?.without(benchmarks: accepted)
      let evidence = Freshness(now: input.now, commit: input.commit)
        .mark(input.evidence, by: input.policy)
      let gap = firstGap(in: evidence, input.policy)
      if let gap, force == nil { throw NoDecision("nothing is saved: \(gap)") }
      let verdict = evaluate(input)
      if verdict.outcome == .block, force == nil { throw blocked(run.document(of: input)) }
      let repository = await Repository(around: PolicyFile.directory(of: invocation.policy))
      let reference = BaselineReference(
        commit: try await repository.headCommit(), distance: nil, saved: clock.moment.description)
      let baseline = Baseline(
        reference: reference, evidence: evidence,
        forced: gap == nil && verdict.outcome < .block
          ? nil : force.map { ForcedSave(reason: $0, isIncomplete: gap != nil) },
        history: (input.baseline?.remembered ?? .none)
          .appending(evidence, commit: reference.commit),
        testTimes: (input.baseline?.testTimes ?? .none).appending(evidence))
      let policy = try await JudgingPolicy(invocation, noting: InputLedger()).policy
      let location = try BaselineLocation(
        option: invocation.baseline, policy: policy, git: repository.git)
      try await location.asking { store throws(BaselineError) in try await store.save(baseline) }
      let count = evidence.parts.count
      try StandardOutput.write(
        "saved the evidence of \(count) \(count == 1 ? "report" : "reports") in \(location.name)\n")
    }
  }

  /// The ids of the benchmarks that `--accept` means.
  private func acceptedBenchmarks(of evidence: Evidence) throws(NoDecision) -> Set<String> {
    let benchmarks = evidence.parts.flatMap { $0.content.benchmarks?.benchmarks ?? [] }
    var accepted: Set<String> = []
    for pattern in accept {
      let ids = benchmarks.filter { pattern.matches($0.name) || pattern.matches($0.id) }.map(\.id)
      if ids.isEmpty {
        throw NoDecision("--accept", "no benchmark of this run is called \(pattern.pattern)")
      }
      accepted.formUnion(ids)
    }
    return accepted
  }

  /// What is missing first, in words; reports that need not be there may be.
  private func firstGap(in evidence: Evidence, _ policy: Policy) -> String? {
    for part in evidence.parts {
      let isOptional = policy.reports.first { $0.id == part.id }?.isOptional ?? false
      guard let gap = part.gaps.first(where: { !isOptional || $0.kind != .missing }) else {
        continue
      }
      return gap.words(report: part.id)
    }
    return nil
  }

  private func blocked(_ document: VerdictDocument) -> NoDecision {
    NoDecision(
      "nothing is saved: \(document.answer) ('verdict check' says more, --force REASON saves it)",
      status: .blocked)
  }
}

extension Glob: ExpressibleByArgument {
  /// Reads the value of `--accept`.
  package init?(argument: String) {
    self.init(argument)
  }
}
