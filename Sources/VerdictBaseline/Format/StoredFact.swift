import VerdictModel

/// One fact, with its value under the key that says what it is. Numbers are texts, so that they
/// stay exact.
struct StoredFact: Codable {
  var key: String
  var text: String?
  var number: String?
  var boolean: Bool?

  init(_ fact: Fact) {
    key = fact.key
    switch fact.value {
    case .text(let value): text = value
    case .number(let value): number = value.description
    case .boolean(let value): boolean = value
    }
  }

  static func report(_ facts: [StoredFact]) throws(CorruptValue) -> FactsReport {
    FactsReport(
      facts: try each("facts", facts) { fact throws(CorruptValue) in
        Fact(key: fact.key, value: try fact.value())
      })
  }

  private func value() throws(CorruptValue) -> FactValue {
    switch (text, number, boolean) {
    case (let text?, nil, nil): return .text(text)
    case (nil, let written?, nil):
      guard let number = ExactDecimal(written, maxScale: FactValue.maxDigits) else {
        throw CorruptValue("'\(written)' is no number", at: [.key("number")])
      }
      return .number(number)
    case (nil, nil, let boolean?): return .boolean(boolean)
    default: throw CorruptValue("expected one of 'text', 'number' and 'boolean'")
    }
  }
}
