package import VerdictModel

/// One thing to look for in a policy that can be read.
///
/// To add one, write a `static let x` in an extension of this type, and add a line to
/// `PolicyLint.all`.
package struct PolicyLint: Sendable {
  /// One sentence fragment for `--help`: what there is a warning of.
  package var summary: String
  /// Looks for it; in any order.
  var find: @Sendable (PolicyLintInput) -> [PolicyWarning]

  /// In the order of help pages.
  package static let all: [PolicyLint] = [
    .neverFails,
    .neverJudges,
    .leavesOutWorse,
    .missingLimits,
    .sameRules,
    .gatesThatOnlyInform,
    .stagesWithoutRules,
    .idleReviewers,
    .unusedReports,
    .passingAbsence,
    .missingBaseline,
    .unusedComponents,
    .unmatchedPatterns,
    .overlappingComponents,
    .dates,
    .weakTrust,
    .longWaivers,
  ]
}

/// What is known of a policy and its surroundings.
package struct PolicyLintInput: Sendable {
  /// Read and consistent.
  package var policy: Policy
  /// Where its parts stand.
  package var places: PolicyPlaces
  /// What dates are compared with.
  package var today: Day
  /// `nil` if there is no repository to ask.
  package var repositoryFiles: [String]?
  /// Whether there is something to compare with.
  package var hasBaseline: Bool

  package init(
    policy: Policy, places: PolicyPlaces, today: Day, repositoryFiles: [String]?,
    hasBaseline: Bool
  ) {
    self.policy = policy
    self.places = places
    self.today = today
    self.repositoryFiles = repositoryFiles
    self.hasBaseline = hasBaseline
  }

  /// Every rule of every gate, in the file's order.
  var rules: [Rule] { policy.gates.flatMap(\.rules) }
}

/// What is doubtful in a policy, in the order of the places.
package func policyWarnings(_ input: PolicyLintInput) -> [PolicyWarning] {
  PolicyLint.all.flatMap { $0.find(input) }.sorted { $0.position < $1.position }
}
