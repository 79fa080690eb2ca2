import VerdictModel

/// The output of `verdict policy test --output json`.
struct JSONPolicyTest: Encodable {
  /// As the user named it.
  let policy: String
  /// Whether every test is as expected, and every limit does what it says.
  let holds: Bool
  /// What each limit does at each stage, in the policy's order.
  let limits: [JSONLimitEdges]
  /// The file of the tests; absent if there is none.
  let file: String?
  /// In the file's order.
  let tests: [JSONPolicyTestResult]
}

/// What one limit does at its edges.
struct JSONLimitEdges: Encodable {
  let stage: String
  let gate: String
  let subject: JSONSubject
  let limit: JSONLimit
  /// Where the rule stands in the policy.
  let rule: JSONPosition
  /// By the case: `below`, `equal`, `above`, `missing`, `noBaseline`. A case is absent if there is no
  /// such value.
  let answers: [String: JSONEdgeAnswer]
  /// What has no effect although it does not hold, in words; absent if there is nothing of the kind.
  let passes: [String]?

  init(_ edges: LimitEdges, stage: String) {
    self.stage = stage
    gate = edges.gate
    subject = JSONSubject(edges.subject, text: edges.words)
    limit = JSONLimit(edges.limit)
    rule = JSONPosition(edges.rule)
    answers = Dictionary(
      edges.answers.map { ($0.key.rawValue, JSONEdgeAnswer($0.value)) }, uniquingKeysWith: { $1 })
    passes = edges.passes.isEmpty ? nil : edges.passes
  }
}

/// What came out in one case.
struct JSONEdgeAnswer: Encodable {
  /// What was judged; absent where nothing was there to be.
  let value: JSONQuantity?
  /// `satisfied`, `violated`, `waived`, `not applicable` or `undecided`.
  let status: String
  /// `info`, `warn`, `review` or `block`.
  let action: String

  init(_ answer: EdgeAnswer) {
    value = answer.value.map(JSONQuantity.init)
    status = answer.status.name
    action = answer.action.name
  }
}

/// What came out of one test.
struct JSONPolicyTestResult: Encodable {
  let name: String
  let position: JSONPosition
  /// Empty if everything is as expected.
  let differences: [Difference]

  struct Difference: Encodable {
    /// Absent for the verdict.
    let gate: String?
    /// `pass`, `warn`, `review` or `block`.
    let expected: String
    /// The same; absent if nothing was judged.
    let found: String?
  }

  init(_ result: PolicyTestResult) {
    name = result.name
    position = JSONPosition(result.position)
    differences = result.differences.map {
      Difference(gate: $0.gate, expected: $0.expected, found: $0.found)
    }
  }
}
