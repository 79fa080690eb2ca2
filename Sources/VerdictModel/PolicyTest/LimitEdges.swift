/// What one limit of a policy does where it ends, and where there is nothing to hold against it.
package struct LimitEdges: Hashable, Sendable {
  /// The gate's key in the policy.
  package var gate: String
  /// For people; the id if the policy gives none.
  package var title: String
  /// What the rule is about; the item is the pattern of the limit, if it has one.
  package var subject: CheckSubject
  /// The one that was tried.
  package var limit: Limit
  /// Where the rule stands in the policy, or in one that it extends.
  package var rule: SourcePosition
  /// An edge is not there if no value is on it, or if the limit does not compare.
  package var answers: [LimitEdge: EdgeAnswer]

  package init(
    gate: String, title: String, subject: CheckSubject, limit: Limit, rule: SourcePosition,
    answers: [LimitEdge: EdgeAnswer]
  ) {
    self.gate = gate
    self.title = title
    self.subject = subject
    self.limit = limit
    self.rule = rule
    self.answers = answers
  }
}

/// The cases in which a limit is tried.
package enum LimitEdge: String, CaseIterable, Hashable, Sendable {
  /// The largest value below the limit, or for a word another one.
  case below
  case equal
  /// The smallest value above the limit.
  case above
  /// None of the rule's reports is there.
  case missing
  /// There is nothing to compare with.
  case noBaseline

  /// Whether a value on this edge keeps to a limit; `nil` where there is no value.
  package func holds(_ relation: Limit.Relation) -> Bool? {
    switch (self, relation) {
    case (.missing, _), (.noBaseline, _): nil
    case (.equal, .above), (.equal, .below): false
    case (.equal, _): true
    case (.below, .max), (.below, .below), (.below, .maxRise): true
    case (.above, .min), (.above, .above), (.above, .maxDrop): true
    case (.below, _), (.above, _): false
    }
  }
}

/// What came out in one case.
package struct EdgeAnswer: Hashable, Sendable {
  /// What was judged; `nil` where nothing was there to be.
  package var value: Quantity?
  /// What the rule's check then said.
  package var status: CheckStatus
  /// What it contributes to a verdict.
  package var action: Action

  package init(value: Quantity?, status: CheckStatus, action: Action) {
    self.value = value
    self.status = status
    self.action = action
  }
}
