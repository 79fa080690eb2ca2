import VerdictModel
import VerdictPolicy
import VerdictRendering
import VerdictReports

/// Writes a policy from the reports of a tree, and has it judge them.
struct PolicyDrafting {
  /// Where the policy will be.
  let path: String
  let now: Moment

  struct Result {
    /// The policy.
    let text: String
    let summary: PolicyInitSummary
    /// What the policy says of the tree as it is.
    let verdict: Verdict
  }

  /// - Parameter places: Directories and files to look in; empty for the working directory.
  func draft(from places: [String]) async throws(NoDecision) -> Result {
    let directory = PolicyFile.directory(of: path)
    let steps = directory.split(separator: "/").filter { $0 != "." }
    guard !directory.hasPrefix("/"), !steps.contains("..") else {
      throw NoDecision(
        path, "the policy must be below the working directory, change into that of the repository",
        status: .usage)
    }
    let search = try await search(places)
    let grouping = ReportGrouping(
      search: search, directory: steps.isEmpty ? "." : steps.joined(separator: "/"))
    let repository = await Repository(around: directory)
    let known = try await repository.files()
    let first = PolicyDraft(reports: grouping.reports)
    let blank = try policy(first.text)
    let commit = try await repository.measuredCommit()
    let evidence = await EvidenceCollector(
      policy: blank, files: known.map { KnownFiles($0) }, commit: commit, inputs: InputLedger()
    ).collect()
    let draft = first.holding(verdict(of: blank, evidence, commit: nil, known))
    guard !draft.reports.isEmpty else {
      throw NoDecision("the reports hold nothing that a limit could keep")
    }
    let asked = search.found.filter { file in
      draft.reports.contains { $0.id == grouping.id(of: file) }
    }
    let ignored =
      search.ignored
      + search.found.filter { file in !asked.contains { $0.path == file.path } }
      .map { ($0.path, "it holds nothing that a limit could keep") }
    let verdict = verdict(of: try policy(draft.text), evidence, commit: commit, known)
    return Result(
      text: draft.text,
      summary: PolicyInitSummary(
        policy: path,
        found: asked.map { PolicyInitSummary.Report(file: $0.path, format: $0.format.id) },
        ignored: ignored.map { PolicyInitSummary.Ignored(file: $0.path, reason: $0.reason) }),
      verdict: verdict)
  }

  /// Reports are made, not kept: what git tracks is looked at only where there is nothing else.
  private func search(_ places: [String]) async throws(NoDecision) -> ReportSearch {
    var search = ReportSearch()
    if places.isEmpty {
      let here = await Repository(around: ".")
      let tracked = try await here.trackedFiles() ?? []
      let isTracked = { (path: String) in here.path(of: path).map(tracked.contains) ?? false }
      try search.look(in: ".") { !isTracked($0) }
      if search.found.isEmpty { try search.look(in: ".", where: isTracked) }
    }
    for place in places { try search.look(in: place) }
    guard search.found.isEmpty else { return search }
    throw NoDecision("there is no report that could be judged: \(words(search))")
  }

  private func words(_ search: ReportSearch) -> String {
    let ignored = search.ignored.map { "\($0.path): \($0.reason)" }
    return ignored.first ?? "make them first, or name the directories that they are in"
  }

  /// The draft as a policy. It is read as any other, so that nothing is written that is refused.
  private func policy(_ text: String) throws(NoDecision) -> PolicyFile {
    do {
      return try PolicyFile(path, try PolicyAssembly(Array(text.utf8), of: path))
    } catch {
      throw NoDecision(path, error)
    }
  }

  private func verdict(
    of policy: PolicyFile, _ evidence: Evidence, commit: MeasuredCommit?, _ files: [String]?
  ) -> Verdict {
    evaluate(
      EvaluationInput(
        policy: policy.policy, policyName: policy.name, stage: policy.policy.stages[0], now: now,
        commit: commit, evidence: evidence, baseline: nil, change: nil, repositoryFiles: files,
        notices: []))
  }
}
