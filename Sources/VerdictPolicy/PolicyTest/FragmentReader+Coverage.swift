import JSONDocument
import VerdictModel

extension FragmentReader {
  static let coverageKeys = ["lines", "branches", "functions"]

  /// `{ "src/a.py": "8/10" }`: of lines 1 to 10 the first 8 ran. Branches and functions are written
  /// the same way, in an object.
  func coverage(_ json: PositionedJSON, _ fragment: PolicyObject) -> EvidenceContent? {
    let expected = "an object such as { \"src/a.py\": \"8/10\" }"
    return members(json, .coverage, fragment, expected: expected).map { members in
      EvidenceContent(
        coverage: CoverageReport(files: members.compactMap { file($0, fragment) }))
    }
  }

  private func file(_ member: PositionedJSON.Member, _ fragment: PolicyObject) -> FileCoverage? {
    var (lines, branches, functions): (Tally, Tally, Tally) = (.none, .none, .none)
    if member.value.text != nil {
      lines = tally(member.value, member.key, fragment)
    } else {
      guard
        let object = PolicyObject(
          member.value, key: member.key, what: "file '\(member.key)'", keys: Self.coverageKeys,
          problems: fragment.problems)
      else { return nil }
      func read(_ key: String) -> Tally {
        object.member(key).map { tally($0, key, fragment) } ?? .none
      }
      (lines, branches, functions) = (read("lines"), read("branches"), read("functions"))
    }
    return FileCoverage(
      path: member.key,
      lines: LineTable(
        numbers: items(lines).map(\.number), counts: items(lines).map { $0.isCovered ? 1 : 0 }),
      branches: BranchTable(named: named(branches), counted: []),
      functions: BranchTable(named: named(functions), counted: []))
  }

  /// Numbers from 1 on, and whether each is covered.
  private func items(_ tally: Tally) -> [(number: UInt32, isCovered: Bool)] {
    (0..<tally.total).map { (number: UInt32($0 + 1), isCovered: $0 < tally.covered) }
  }

  private func named(_ tally: Tally) -> [BranchTable.Named] {
    items(tally).map { item in
      BranchTable.Named(line: item.number, name: 0, taken: item.isCovered)
    }
  }

  private func tally(_ json: PositionedJSON, _ key: String, _ fragment: PolicyObject) -> Tally {
    let parts = json.text?.split(separator: "/", omittingEmptySubsequences: false) ?? []
    if parts.count == 2, let covered = Int(parts[0]), let total = Int(parts[1]),
      (0...Self.mostItems).contains(total), (0...total).contains(covered)
    {
      return Tally(covered: covered, total: total)
    }
    fragment.report(
      .wrongType(
        key: key, expected: "what is covered of what, up to \(Self.mostItems), such as \"8/10\""),
      at: json.place)
    return .none
  }
}
