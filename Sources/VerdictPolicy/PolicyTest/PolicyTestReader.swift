import JSONDocument
import VerdictModel

/// Reads the tests that stand beside a policy.
package struct PolicyTestReader {
  let policy: Policy

  static let fileKeys = ["$schema", "version", "tests"]
  static let testKeys = ["name", "stage", "given", "baseline", "change", "expect"]

  /// - Parameter policy: Names the reports, stages and gates that a test may speak of.
  package init(policy: Policy) {
    self.policy = policy
  }

  /// Reads the tests.
  ///
  /// - Parameter bytes: JSON, with comments and trailing commas allowed.
  package func read(_ bytes: [UInt8]) throws(PolicyErrors) -> [PolicyTestCase] {
    let what = "the file of tests"
    let file = try PolicyObject.document(bytes, key: what, what: what, keys: Self.fileKeys)
    var tests: [PolicyTestCase] = []
    for element in file.version1List("tests") {
      let test = PolicyObject(
        element, key: "test", what: "a test", keys: Self.testKeys, problems: file.problems
      ).flatMap(test)
      guard let test else { continue }
      if tests.contains(where: { $0.name == test.name }) {
        file.report(.duplicateName(kind: "test", test.name), at: test.position)
      }
      tests.append(test)
    }
    try file.problems.check()
    return tests
  }

  private func test(_ object: PolicyObject) -> PolicyTestCase? {
    let name = object.requiredText("name")
    let stage = object.name("stage", of: "stage", among: policy.stages) ?? policy.stages[0]
    let fragments = FragmentReader(policy: policy)
    let given = object.required("given").flatMap { _ in fragments.evidence("given", of: object) }
    let baseline = object.has("baseline") ? fragments.evidence("baseline", of: object) : nil
    let change = object.has("change") ? readChange(object) : nil
    let expected = object.required("expect").flatMap { expectation($0, object) }
    if let given, given.parts.isEmpty, object.problems.isEmpty {
      object.report(
        .contradiction("'given' names no report, so that nothing could be judged"),
        at: object.placeOfValue(of: "given"))
    }
    guard let name, let given, let expected else { return nil }
    return PolicyTestCase(
      name: name, stage: stage, given: given, baseline: baseline, change: change,
      expected: expected, position: object.position)
  }

  /// The lines that are new, by file.
  private func readChange(_ object: PolicyObject) -> ChangeSet? {
    object.declarations("change").map { members in
      ChangeSet(
        origin: "the test",
        files: members.map { member in
          ChangedFile(
            path: member.key, kind: .modified, added: LineRanges(lines(member, object)),
            deleted: .none)
        })
    }
  }

  private func lines(_ member: PositionedJSON.Member, _ object: PolicyObject) -> [Int] {
    guard case .array(let elements) = member.value.value else {
      object.report(
        .wrongType(key: member.key, expected: "a list of line numbers"), at: member.value.place)
      return []
    }
    return elements.compactMap { element in
      if case .number(let digits) = element.value, let line = Int(digits), line >= 1 {
        return line
      }
      object.report(
        .wrongType(key: member.key, expected: "a list of line numbers"), at: element.place)
      return nil
    }
  }

  // MARK: - What is expected

  private func expectation(
    _ json: PositionedJSON, _ object: PolicyObject
  ) -> PolicyTestCase.Expectation? {
    guard case .object(let members) = json.value else {
      guard let text = json.text else {
        object.report(
          .wrongType(key: "expect", expected: "a verdict, or an object with gates"),
          at: json.place)
        return nil
      }
      let name = PlacedText(text: text, place: json.place)
      guard object.isKnown(name, "verdict", among: Outcome.allCases.map(\.name)) else { return nil }
      return Outcome.allCases.first { $0.name == text }.map { .verdict($0) }
    }
    if members.isEmpty {
      object.report(
        .contradiction("'expect' names no gate, so that anything would be as expected"),
        at: json.place)
    }
    return .gates(
      members.compactMap { member in
        action(of: member, object).map { (id: member.key, action: $0) }
      }.sorted { $0.id < $1.id })
  }

  private func action(of member: PositionedJSON.Member, _ object: PolicyObject) -> Action? {
    let gate = PlacedText(text: member.key, place: member.place)
    guard object.isKnown(gate, "gate", among: policy.gates.map(\.id)) else { return nil }
    guard let text = member.value.text else {
      object.report(.wrongType(key: member.key, expected: "text"), at: member.value.place)
      return nil
    }
    let answer = PlacedText(text: text, place: member.value.place)
    guard object.isKnown(answer, "answer", among: Action.allCases.map(\.testName)) else {
      return nil
    }
    return Action.allCases.first { $0.testName == text }
  }
}
