import Testing
import VerdictBaseline
import VerdictModel

@Suite struct StoredBranchesTests {
  private func baseline(_ branches: BranchTable) -> Baseline {
    let file = FileCoverage(
      path: "a", lines: LineTable(entries: [(number: 12, count: 1)]), branches: branches)
    return Baseline(of: file)
  }

  private func branches(_ text: String) throws -> BranchTable? {
    let json =
      #"{"schema": "verdict-baseline/1", "saved": "", "reports": {"x": {"sources": [], "#
      + #""coverage": {"a": {"lines": "12", "branches": "\#(text)"}}}}}"#
    let baseline = try BaselineFormat.read(Array(json.utf8))
    return baseline.evidence.part("x")?.content.coverage?.files.first?.branches
  }

  /// Every form: counted, named, both on a line; the largest names and numbers.
  static let text = "1:0/0,0+ 12:b2-,a1f+ 15:1/2 20:4294967295/4294967295,zik0zj+"
  static let table = BranchTable(
    named: [
      BranchTable.Named(line: 12, name: 13_011, taken: true),
      BranchTable.Named(line: 12, name: 398, taken: false),
      BranchTable.Named(line: 1, name: 0, taken: true),
      BranchTable.Named(line: 20, name: UInt64(UInt32.max >> 1), taken: true),
    ],
    counted: [
      BranchTable.Counted(line: 15, taken: 1, known: 2),
      BranchTable.Counted(line: 20, taken: .max, known: .max),
      BranchTable.Counted(line: 1, taken: 0, known: 0),
    ])

  @Test func writesNamesAndCounts() throws {
    let text = String(decoding: try BaselineFormat.write(baseline(Self.table)), as: UTF8.self)
    #expect(text.contains("\"a\" : \"\(Self.text)\""), "\(text)")
  }

  @Test func readsNamesAndCounts() throws {
    #expect(try branches(Self.text) == Self.table)
    #expect(try branches("") == .empty)
  }

  @Test(arguments: [
    ("1:", "1:"), ("1", "1"), ("1:a", "1:a"), ("1:+", "1:+"), ("1:a*", "1:a*"),
    ("0:a+", "0:a+"), (":a+", ":a+"), ("1:A+", "1:A+"), ("1:a+,", "1:a+,"), ("1:,a+", "1:,a+"),
    ("1:a+,1/2", "1:a+,1/2"), ("1:1/2,", "1:1/2,"), ("1:1/2,2/2", "1:1/2,2/2"),
    ("1:2/1,a+", "1:2/1,a+"), ("1:b+,a+", "1:b+,a+"), ("1:a+,a-", "1:a+,a-"),
    ("1:a+b+", "1:a+b+"), ("1:a+ 1:b+", "1:b+"), ("1:a+  2:b+", ""), ("1:a+ ", ""),
    ("1:a+-2:b+", "1:a+-2:b+"), ("1:zik0zk+", "1:zik0zk+"), ("1:1z141z4+", "1:1z141z4+"),
    ("1:zzzzzzzzzzzzzz+", "1:zzzzzzzzzzzzzz+"), ("1:4294967296/1", "1:4294967296/1"),
    ("4294967296:a+", "4294967296:a+"), ("1:ä+", "1:ä+"),
  ])
  func refusesWhatNoBaselineHas(text: String, part: String) {
    let error = #expect(throws: BaselineError.self) { try branches(text) }
    #expect(
      error?.description
        == "reports.x.coverage.a.branches: cannot read '\(part)', expected ascending lines such as "
        + "'6:1/2 9:0+,1-'")
  }

  /// Two reports that each know another half of a line's outcomes know all of them together.
  @Test func namedOutcomesOfTwoReportsUnite() throws {
    let left = BranchTable(
      named: [.init(line: 12, name: 0, taken: true), .init(line: 12, name: 1, taken: false)],
      counted: [])
    let right = BranchTable(
      named: [.init(line: 12, name: 1, taken: true), .init(line: 12, name: 2, taken: false)],
      counted: [])
    func loaded(_ table: BranchTable) throws -> BranchTable {
      let read = try BaselineFormat.read(try BaselineFormat.write(baseline(table)))
      return try #require(read.evidence.part("x")?.content.coverage?.files.first?.branches)
    }
    #expect(left.merged(with: right).tally == Tally(covered: 2, total: 3))
    #expect(
      try loaded(left).merged(with: try loaded(right)).tally == Tally(covered: 2, total: 3))
  }
}
