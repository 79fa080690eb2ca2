import Testing
import VerdictModel

struct BranchOutcomeTests {
  @Test(
    "an outcome keeps its name and whether it was taken", arguments: [0, 7, 1 << 30, 1 << 31 - 1])
  func packing(name: UInt64) {
    var outcome = BranchTable.Named(line: .max, name: name, taken: false)
    #expect(outcome.name == name)
    #expect(!outcome.taken)
    outcome.taken = true
    #expect(outcome == BranchTable.Named(line: .max, name: name, taken: true))
  }

  @Test("repeated outcomes unite in any order")
  func union() {
    let one = BranchTable.Named(line: 3, name: 1, taken: false)
    let two = BranchTable.Named(line: 3, name: 2, taken: true)
    let three = BranchTable.Named(line: 3, name: 1, taken: true)
    let table = BranchTable(named: [two, one, three], counted: [])
    #expect(Array(table.named) == [three, two])
    #expect(table == BranchTable(named: [three, two, one], counted: []))
    #expect(table.tally == Tally(covered: 2, total: 2))
  }
}
