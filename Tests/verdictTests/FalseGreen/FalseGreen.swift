import Testing

/// A way in which a gate could turn green that nobody meant.
struct FalseGreen: Sendable, CustomTestStringConvertible {
  /// What keeps it from being green.
  enum Answer: String, Sendable {
    /// It passes, and says what is not known.
    case warns
    /// It does not pass.
    case blocks
    /// There is no verdict at all.
    case noDecision = "no decision"

    /// The program's exit status.
    var status: Int {
      switch self {
      case .warns: 0
      case .blocks: 1
      case .noDecision: 2
      }
    }
  }

  /// What somebody did, forgot or lost.
  var name: String
  /// What others answer to the same, as `Fixtures/FalseGreens.md` shows it; empty if nobody was
  /// asked.
  var others: String
  /// Entries of the policy's `reports`.
  var reports: String
  /// Rules of its only gate.
  var rules: String
  /// Other keys of the gate.
  var gate: String
  /// Other keys of the policy.
  var policy: String
  /// Reports of which the baseline is made; none for no baseline.
  var before: [String: String]
  /// What is there when the gate decides.
  var files: [String: String]
  var arguments: [String]
  var answer: Answer
  /// Words that the answer must have.
  var says: String

  init(
    _ name: String, others: String = "", reports: String, rules: String, gate: String = "",
    policy: String = "", before: [String: String] = [:], files: [String: String],
    arguments: [String] = [], _ answer: Answer = .blocks, says: String
  ) {
    self.name = name
    self.others = others
    self.reports = reports
    self.rules = rules
    self.gate = gate
    self.policy = policy
    self.before = before
    self.files = files
    self.arguments = arguments
    self.answer = answer
    self.says = says
  }

  var testDescription: String { name }

  /// The text of `policy.json`.
  var policyText: String {
    """
    {
      "version": 1,
      \(policy)
      "reports": { \(reports) },
      "gates": { "gate": { \(gate) "rules": [\(rules)] } }
    }
    """
  }
}

extension FalseGreen {
  /// All of them, by what is judged; a row of the table each.
  static let sections: [(title: String, cases: [FalseGreen])] = [
    ("Scans", scans),
    ("Tests", tests),
    ("Coverage", coverage),
    ("Benchmarks", benchmarks),
    ("Jobs and numbers", jobs),
    ("Policies, baselines and people", policies),
  ]
}
