/// What jobs and tools say in single words and numbers, by key: what no other report carries.
package struct FactsReport: Hashable, Sendable {
  /// Sorted by key and value. A key that several files give different values is there with each of
  /// them, so that none hides another.
  package private(set) var facts: [Fact]

  /// Sorts; equal facts are one.
  package init(facts: [Fact]) {
    self.facts = Set(facts).sorted()
  }

  /// Not a single fact, which is a gap.
  package static let empty = FactsReport(facts: [])

  /// What is said of a key: nothing, one value, or more than one where files disagree.
  package func values(of key: String) -> [FactValue] {
    facts.filter { $0.key == key }.map(\.value)
  }

  /// The facts of both; the order does not matter.
  package func merged(with other: Self) -> Self {
    Self(facts: facts + other.facts)
  }
}

/// One key with one value.
package struct Fact: Hashable, Sendable, Comparable {
  /// Such as `pylint.score`; the keys of objects within objects are joined by points.
  package var key: String
  /// As the report has it.
  package var value: FactValue

  package init(key: String, value: FactValue) {
    self.key = key
    self.value = value
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.key, left.value.rank, left.value.text) < (right.key, right.value.rank, right.value.text)
  }
}

/// What a fact says.
package enum FactValue: Hashable, Sendable {
  case boolean(Bool)
  /// Exact, with up to `maxDigits` digits before and after the point together.
  case number(ExactDecimal)
  /// A word such as `success`, or a number with a unit such as `412MiB`.
  case text(String)

  /// The most digits of a number, and the most after its point.
  package static let maxDigits = 18

  /// As the report has it; numbers without zeros that say nothing.
  package var text: String {
    switch self {
    case .boolean(let value): String(value)
    case .number(let number): number.description
    case .text(let text): text
    }
  }

  fileprivate var rank: Int {
    switch self {
    case .boolean: 0
    case .number: 1
    case .text: 2
    }
  }
}
