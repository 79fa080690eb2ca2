import VerdictBaseline
import VerdictModel
import VerdictPolicy
import VerdictRendering

/// Looks at policies, and at what stands beside them, without judging anything.
struct PolicyLinting {
  let today: Day
  /// The policies that were looked at.
  private(set) var files: [String] = []
  private(set) var remarks: [PolicyRemark] = []
  /// Problems beyond those that are named.
  private(set) var omitted = 0

  init(today: Day) {
    self.today = today
  }

  /// Adds what there is to say of a policy.
  ///
  /// - Throws: `NoDecision` for what cannot be looked at: a file that is not there, a repository
  ///   that does not answer.
  mutating func lint(_ file: String) async throws(NoDecision) {
    let policy: PolicyFile
    do throws(NoDecision) {
      policy = try PolicyFile(file)
    } catch {
      try add(error, in: file)
      files.append(file)
      return
    }
    let repository = await Repository(around: policy.directory)
    try await lint(policy, in: repository)
    lintExtension(of: policy)
    let named = remarks.count
    do throws(NoDecision) {
      try await lintWaivers(of: policy, in: repository)
    } catch {
      // What could not be looked at to its end is not said to be in order.
      if remarks.count > named { files.append(file) }
      throw error
    }
    files.append(file)
  }

  private mutating func lint(
    _ policy: PolicyFile, in repository: Repository
  ) async throws(NoDecision) {
    let places = PolicyPlaces(policy.assembly)
    let input = PolicyLintInput(
      policy: policy.policy, places: places, today: today,
      repositoryFiles: try await repository.files(),
      hasBaseline: await hasBaseline(of: policy, places, repository.git))
    add(policyWarnings(input), in: policy.name)
  }

  /// What asks less than the policies that it extends: a rule that was meant to stand beside one of
  /// the base may have taken its place. Whether there are waivers each policy says for itself.
  private mutating func lintExtension(of policy: PolicyFile) {
    guard let base = policy.base else { return }
    let start = PolicyPlaces(policy.assembly).value("extends")
    remarks += policyChanges(from: base, to: policy.policy)
      .filter { $0.effect == .loosened && $0.subject != .waivers }
      .map { change in
        PolicyRemark(
          .warning, "asks less than what it extends: \(change.words)", file: policy.name,
          at: change.newPosition ?? start)
      }
  }

  /// Whether there is a baseline, be it a damaged one: that is not the policy's fault.
  private mutating func hasBaseline(
    of policy: PolicyFile, _ places: PolicyPlaces, _ git: Git?
  ) async -> Bool {
    do throws(BaselineError) {
      let store = try BaselineLocation.store(of: policy, git: git)
      return (try? await store.load()) != .some(nil)
    } catch {
      remarks.append(
        PolicyRemark(
          .error, error.description, file: policy.name, at: places.value("baseline", "store")))
      return true
    }
  }

  private mutating func lintWaivers(
    of policy: PolicyFile, in repository: Repository
  ) async throws(NoDecision) {
    guard let settings = policy.policy.waivers else { return }
    let misnamed = try policy.misnamedWaivers()
    if !misnamed.isEmpty {
      let places = PolicyPlaces(policy.assembly)
      remarks += misnamed.map { problem in
        PolicyRemark(
          .error, problem.reason, file: policy.name,
          at: places.value("waivers", problem.key, text: problem.file))
      }
      return
    }
    let path = policy.path(of: settings.file)
    do throws(NoDecision) {
      let waivers = try await policy.waivers(changed: nil, base: nil, in: repository).waivers
      let warnings = waiverWarnings(
        waivers, settings, today: today, repositoryFiles: try await repository.files())
      add(warnings, in: path)
    } catch {
      try add(error, in: path)
    }
  }

  /// Adds the problems of a file that was read and refused.
  private mutating func add(_ reason: NoDecision, in file: String) throws(NoDecision) {
    guard let refusal = reason.refusal else { throw reason }
    remarks += refusal.errors.map { error in
      PolicyRemark(.error, error.problem.description, file: file, at: error.position)
    }
    omitted += refusal.omitted
  }

  private mutating func add(_ warnings: [PolicyWarning], in file: String) {
    remarks += warnings.map { warning in
      PolicyRemark(.warning, warning.doubt.description, file: file, at: warning.position)
    }
  }
}
