import JSONDocument
import VerdictModel

extension FragmentReader {
  static let testKeys = ["outcome", "duration"]

  /// `{ "passed": 12, "suite.name": "failed" }`: how many tests ended so, or how a test of that name
  /// did.
  func tests(_ json: PositionedJSON, _ fragment: PolicyObject) -> EvidenceContent? {
    let expected = "an object such as { \"passed\": 12, \"failed\": 1 }"
    return members(json, .tests, fragment, expected: expected).map { members in
      EvidenceContent(
        tests: TestReport(
          cases: members.flatMap { member -> [TestCase] in
            guard case .number(let digits) = member.value.value else {
              return named(member, fragment).map { [$0] } ?? []
            }
            guard let count = count(digits, of: member, fragment),
              let outcome = readOutcome(
                PlacedText(text: member.key, place: member.place), fragment)
            else { return [] }
            return (0..<count).map { testCase("\(member.key) \($0 + 1)", outcome) }
          }))
    }
  }

  private func named(_ member: PositionedJSON.Member, _ fragment: PolicyObject) -> TestCase? {
    if let text = member.value.text {
      return readOutcome(PlacedText(text: text, place: member.value.place), fragment)
        .map { testCase(member.key, $0) }
    }
    guard
      let object = PolicyObject(
        member.value, key: member.key, what: "test '\(member.key)'", keys: Self.testKeys,
        problems: fragment.problems)
    else { return nil }
    _ = object.required("outcome")
    guard let text = object.string("outcome") else { return nil }
    let word = PlacedText(text: text, place: object.placeOfValue(of: "outcome"))
    guard let outcome = readOutcome(word, fragment) else { return nil }
    var test = testCase(member.key, outcome)
    if let text = object.string("duration") {
      if case .duration(let time)? = WrittenNumber(text)?.quantity {
        test.duration = time
      } else {
        object.report(
          .wrongType(key: "duration", expected: "a time such as \"12ms\""),
          at: object.placeOfValue(of: "duration"))
      }
    }
    return test
  }

  private func testCase(_ name: String, _ outcome: TestOutcome) -> TestCase {
    TestCase(
      suite: "", className: "", name: name, outcome: outcome, duration: nil, details: nil)
  }

  private func readOutcome(_ word: PlacedText, _ fragment: PolicyObject) -> TestOutcome? {
    let known = TestOutcome.allCases
    guard fragment.isKnown(word, "outcome", among: known.map(\.name)) else { return nil }
    return known.first { $0.name == word.text }
  }

  private func count(
    _ digits: String, of member: PositionedJSON.Member, _ fragment: PolicyObject
  ) -> Int? {
    if let count = Int(digits), (0...Self.mostItems).contains(count) { return count }
    fragment.report(
      .outOfRange(
        key: member.key, value: digits, expected: "a whole number from 0 to \(Self.mostItems)"),
      at: member.value.place)
    return nil
  }
}
