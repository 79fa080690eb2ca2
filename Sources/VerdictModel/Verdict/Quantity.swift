/// A measured value with its unit. Counts are integers and shares pairs of integers; text is made
/// last.
package enum Quantity: Hashable, Sendable {
  /// A share of a whole, shown in percent.
  case share(Tally)
  case count(Int, CountUnit)
  case duration(Picoseconds)
  /// A number that a tool reports, in a unit of its own choice.
  case number(ExactDecimal, NumberUnit)
  /// A word, such as the result of a job.
  case text(String)
}

/// What numbers are in that are no counts and no durations.
package enum NumberUnit: String, Hashable, Sendable, CaseIterable {
  /// None, such as a score.
  case plain
  case percent
  case bytes
  /// Whole seconds, of an age.
  case seconds
}

/// What is counted.
package enum CountUnit: String, Hashable, Sendable, CaseIterable {
  case lines
  case branches
  case functions
  case tests
  case findings
  case benchmarks
}

extension CountUnit {
  /// Whether there are shares of them that are covered.
  var isCoverable: Bool { [.lines, .branches, .functions].contains(self) }
}

/// What a rule demands of a value or of its change.
package struct Limit: Hashable, Sendable {
  /// How the value, or its change, must stand to the amount; raw values are the policy's keys.
  package enum Relation: String, Hashable, Sendable, CaseIterable {
    case min
    case max
    /// The value must be more than the amount.
    case above
    /// The value must be less than the amount.
    case below
    case equals
    /// The value may fall by this much from the baseline's.
    case maxDrop
    /// The value may rise by this much from the baseline's.
    case maxRise

    /// Whether the limit is on the change from the baseline.
    package var comparesWithBaseline: Bool { self == .maxDrop || self == .maxRise }

    /// Whether the limit is one from above on the value itself.
    package var isUpperLimit: Bool { self == .max || self == .below }
  }

  /// The bound with its unit; which units fit is the metric's to say.
  package enum Amount: Hashable, Sendable {
    /// Of a share: percent of the whole. Of a change: relative to the baseline's value.
    case percent(ExactDecimal)
    /// Percentage points: the difference of two shares.
    case points(ExactDecimal)
    case count(Int, CountUnit)
    case duration(Picoseconds)
    case number(ExactDecimal, NumberUnit)
    /// Only with `equals`.
    case text(String)
  }

  /// Whether `amount` bounds the value itself or its change from the baseline.
  package var relation: Relation
  /// Still allowed itself, but for `above` and `below`.
  package var amount: Amount

  package init(_ relation: Relation, _ amount: Amount) {
    self.relation = relation
    self.amount = amount
  }
}
