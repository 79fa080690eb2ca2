import TestSupport
import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("A fall of coverage")
struct CoverageDropTests {
  /// What an edit does to one coverable line, with what it leaves behind.
  private enum Edit: CaseIterable {
    case keep, delete, gain, lose, exclude, insertCovered, insertUncovered

    /// Whether a line that was covered or not makes coverage worse by it.
    func isLoss(ofCovered isCovered: Bool) -> Bool {
      switch self {
      case .keep, .delete, .gain, .insertCovered: false
      case .lose, .exclude: isCovered
      case .insertUncovered: true
      }
    }
  }

  /// One file before and after random edits of its lines.
  private struct Edited {
    var before: [UInt32: UInt32] = [:]
    var after: [UInt32: UInt32] = [:]
    var added: [Int] = []
    var deleted: [Int] = []
    var isLoss = false

    init(_ edits: [Edit], using random: inout SeededGenerator) {
      var line: UInt32 = 0
      for (index, edit) in (Array(repeating: .keep, count: 9) + edits).enumerated() {
        let old = UInt32(index + 1)
        let hits: UInt32 = Bool.random(using: &random) ? 1 : 0
        before[old] = hits
        isLoss = isLoss || edit.isLoss(ofCovered: hits > 0)
        if edit == .delete {
          deleted.append(Int(old))
          continue
        }
        line += 1
        switch edit {
        case .gain: after[line] = 1
        case .lose: after[line] = 0
        case .exclude: break
        case .keep, .delete, .insertCovered, .insertUncovered: after[line] = hits
        }
        if edit == .insertCovered || edit == .insertUncovered {
          line += 1
          added.append(Int(line))
          after[line] = edit == .insertCovered ? 1 : 0
        }
      }
    }

    var change: ChangeSet {
      ChangeSet(
        origin: "test",
        files: [
          ChangedFile(
            path: "src/a", kind: .modified, added: LineRanges(added), deleted: LineRanges(deleted))
        ])
    }

    var fell: Bool {
      let (old, new) = (Tally(before), Tally(after))
      return new.covered * old.total < old.covered * new.total
    }
  }

  private static func content(
    _ lines: [UInt32: UInt32], _ path: String = "src/a"
  ) -> EvidenceContent {
    EvidenceContent(coverage: CoverageReport(files: [file(path, lines)]))
  }

  private static func status(
    _ before: EvidenceContent, _ after: EvidenceContent, _ change: ChangeSet?,
    rule: String = #"{ "metric": "coverage.lines", "maxDrop": "0pp" }"#, extra: String = ""
  ) throws -> CheckStatus? {
    try checks(rule, extra: extra, head: after, baseline: before, change: change).first?.status
  }

  @Test(
    "counts exactly where code lost coverage or came without", arguments: 0..<300 as Range<UInt64>)
  func edits(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let edits = (0..<12).map { _ -> Edit in
      // Deleting comes most often, so that a fall without a loss does.
      Bool.random(using: &random) ? .delete : Edit.allCases.randomElement(using: &random) ?? .keep
    }
    let edited = Edited(edits.filter { seed.isMultiple(of: 2) || $0 == .delete }, using: &random)
    for rule in ["0pp", "0%", "0 lines"] {
      let status = try Self.status(
        Self.content(edited.before), Self.content(edited.after), edited.change,
        rule: #"{ "metric": "coverage.lines", "maxDrop": "\#(rule)" }"#)
      if !edited.isLoss { #expect(status != .violated, "\(rule)") }
      if edited.isLoss, edited.fell, rule != "0 lines" { #expect(status == .violated, "\(rule)") }
    }
  }

  @Test("that is only deleted code is told as such, in every measure")
  func measures() throws {
    let change = ChangeSet(
      origin: "test",
      files: [
        ChangedFile(path: "src/a", kind: .modified, added: .none, deleted: LineRanges([1, 2]))
      ])
    func file(_ lines: [(number: UInt32, count: UInt32)]) -> EvidenceContent {
      let taken = lines.map { BranchTable.Named(line: $0.number, name: 0, taken: $0.count > 0) }
      let table = BranchTable(named: taken, counted: [])
      return EvidenceContent(
        coverage: CoverageReport(files: [
          FileCoverage(
            path: "src/a", lines: LineTable(entries: lines), branches: table, functions: table)
        ]))
    }
    let (before, after) = (file([(1, 1), (2, 1), (3, 1), (4, 0)]), file([(1, 1), (2, 0)]))
    for (measure, unit) in [
      ("lines", CountUnit.lines), ("strict", .lines), ("branches", .branches),
      ("functions", .functions),
    ] {
      let rule = #"{ "metric": "coverage.\#(measure)", "maxDrop": "2pp" }"#
      let status = try Self.status(before, after, change, rule: rule)
      #expect(status == .notApplicable(.onlyDeleted(2, unit)), "\(measure)")
    }
  }

  @Test("is that of each file and component apart")
  func items() throws {
    let before = EvidenceContent(
      coverage: CoverageReport(files: [
        file("src/a", [1: 1, 2: 1, 3: 0]), file("lib/b", [1: 1, 2: 1, 3: 0]),
      ]))
    let after = EvidenceContent(
      coverage: CoverageReport(files: [
        file("src/a", [1: 1, 2: 0]), file("lib/b", [1: 1, 2: 0, 3: 0]),
      ]))
    let change = ChangeSet(
      origin: "test",
      files: [
        ChangedFile(path: "src/a", kind: .modified, added: .none, deleted: LineRanges([1]))
      ])
    for each in ["file", "component"] {
      let answers = try checks(
        #"{ "metric": "coverage.lines", "each": "\#(each)", "maxDrop": "2pp" }"#,
        extra: #""components": { "src": "src/**", "lib": "lib/**" },"#, head: after,
        baseline: before, change: change)
      let byItem = Dictionary(
        uniqueKeysWithValues: answers.map { ($0.subject.item?.prefix(3) ?? "", $0.status) })
      #expect(byItem == ["lib": .violated, "src": .notApplicable(.onlyDeleted(1, .lines))])
    }
  }

  @Test("counts where changed code beside it is measured by nobody")
  func unmeasured() throws {
    let change = ChangeSet(
      origin: "test",
      files: [
        ChangedFile(path: "src/a.py", kind: .modified, added: .none, deleted: LineRanges([1])),
        ChangedFile(path: "src/b.py", kind: .added, added: LineRanges([1]), deleted: .none),
      ])
    let status = try Self.status(
      Self.content([1: 1, 2: 1, 3: 0], "src/a.py"), Self.content([1: 1, 2: 0], "src/a.py"), change)
    #expect(status == .violated)
  }

  @Test("counts where it is not known what was deleted, and that is said")
  func unknown() throws {
    let checks = try checks(
      #"{ "metric": "coverage.lines", "maxDrop": "0pp" }"#, head: Self.content([1: 1, 2: 0]),
      baseline: Self.content([1: 1, 2: 1, 3: 0]))
    #expect(checks.map(\.status) == [.violated])
    #expect(checks.map(\.remarks) == [["what was deleted since the baseline is not known"]])
  }

  @Test("counts where more is uncovered, which needs no further word")
  func more() throws {
    let checks = try checks(
      #"{ "metric": "coverage.lines", "maxDrop": "0pp" }"#, head: Self.content([1: 1, 2: 0]),
      baseline: Self.content([1: 1, 2: 1]))
    #expect(checks.map(\.status) == [.violated])
    #expect(checks.map(\.remarks) == [[]])
  }
}

extension Tally {
  fileprivate init(_ lines: [UInt32: UInt32]) {
    self.init(covered: lines.values.count { $0 > 0 }, total: lines.count)
  }
}
