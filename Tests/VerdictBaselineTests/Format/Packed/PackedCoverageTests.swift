import GzipStream
import TestSupport
import Testing
import VerdictModel

@testable import VerdictBaseline

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("Packed coverage")
struct PackedCoverageTests {
  private static func read(_ text: String, budget: Int = 1_000_000) throws -> CoverageReport {
    var budget = budget
    return try PackedCoverage.report(text, budget: &budget)
  }

  private static func pack(_ bytes: [UInt8]) -> String {
    Data(GzipStream.deflated(bytes.span)).base64EncodedString()
  }

  // MARK: - What comes back

  private static func random(_ seed: UInt64) -> CoverageReport {
    var random = SeededGenerator(seed: seed)
    func number(_ range: ClosedRange<UInt32>) -> UInt32 { .random(in: range, using: &random) }
    func table() -> BranchTable {
      BranchTable(
        named: (0..<number(0...20)).map { _ in
          let name = number(0...1) == 0 ? number(0...3) : number(0...(.max >> 1))
          return .init(line: number(1...40), name: UInt64(name), taken: number(0...1) == 1)
        },
        counted: (0..<number(0...9)).map { _ in
          let taken = number(0...3)
          return .init(line: number(1...(.max)), taken: taken, known: number(taken...9))
        })
    }
    return CoverageReport(
      files: ["", "a", "a.c", "b/ä", "b/漢"].map { path in
        let largest: UInt32 = [50, 700, 100_000, .max].randomElement(using: &random) ?? 1
        let numbers = (0..<number(0...300)).map { _ in number(1...largest) }
        let lines = Dictionary(numbers.map { ($0, number(0...1)) }, uniquingKeysWith: { $1 })
        return FileCoverage(
          path: path, lines: LineTable(entries: lines.map { (number: $0.key, count: $0.value) }),
          branches: table(), functions: table())
      })
  }

  @Test("says the same as what was packed", arguments: 1...50)
  func roundTrip(seed: UInt64) throws {
    let report = Self.random(seed)
    let text = PackedCoverage.text(of: report)
    #expect(try Self.read(text) == report)
    #expect(PackedCoverage.text(of: report) == text)
  }

  @Test("counts a line as run, however often it did")
  func counts() throws {
    let lines = LineTable(numbers: [3, 4], counts: [77, 0])
    let report = CoverageReport(files: [FileCoverage(path: "a", lines: lines, branches: .empty)])
    let read = try Self.read(PackedCoverage.text(of: report))
    #expect(read.files.first?.lines == LineTable(numbers: [3, 4], counts: [1, 0]))
  }

  /// A file "a": line 1 ran, line 3 did not; 1 of 2 outcomes on line 3, outcome 5 of line 3 taken and
  /// outcome 6 not; no function.
  private static let file: [UInt8] =
    [1, 0x61] + [1, 0, 0b1010, 0, 0, 0, 0, 0, 0, 0, 0b01] + [1, 3, 1, 2] + [2, 3, 11, 0, 0] + [
      0, 0,
    ]

  @Test("has files as its documentation tells")
  func bytes() throws {
    let report = try Self.read(Self.pack(Self.file))
    #expect(
      report
        == CoverageReport(files: [
          FileCoverage(
            path: "a", lines: LineTable(numbers: [1, 3], counts: [1, 0]),
            branches: BranchTable(
              named: [
                .init(line: 3, name: 5, taken: true), .init(line: 3, name: 6, taken: false),
              ], counted: [.init(line: 3, taken: 1, known: 2)]))
        ]))
    #expect(PackedCoverage.text(of: report) == Self.pack(Self.file))
  }

  // MARK: - Damage

  @Test(
    "that was damaged on its way is refused",
    arguments: [
      ("", "is no gzip data in base64"), ("H4sI*", "is no gzip data in base64"),
      ("H4sIA", "is no gzip data in base64"), ("AAAA", "is no gzip data in base64"),
      ("H4sI", "cannot be inflated: the data ends too early"),
      ("H4sJAAAA", "cannot be inflated: unknown compression method"),
      (pack([]), "has no file"),
    ])
  func damagedOutside(text: String, words: String) {
    let error = #expect(throws: CorruptValue.self) { try Self.read(text) }
    #expect(error?.words == words)
  }

  /// What nothing but a forger writes: the sum of gzip is right.
  @Test(
    "that nobody wrote is refused, with the place",
    arguments: [
      ("a path that is longer than the rest", [5, 0x61], 1),
      ("a path that is not UTF-8", [1, 0xFF, 0, 0, 0, 0, 0], 2),
      ("the end in the middle of a number", file + [0x80], 25),
      ("files out of order", [1, 0x62] + file.dropFirst(2) + file, 26),
      ("a path that is there twice", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 7),
      ("more blocks than there are bytes", [0, 0xFF, 0xFF, 3], 4),
      ("line 0", [0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0], 12),
      ("a block without lines", [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], 11),
      ("lines that ran and are none", [0, 1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 2], 12),
      (
        "lines above 32 bits", [0, 1, 0x80, 0x80, 0x80, 0x20, 1, 0, 0, 0, 0, 0, 0, 0, 0], 15
      ),
      ("no lines at all", [0], 1),
      ("branches on line 0", [0, 0, 1, 0, 1, 2], 4),
      ("branches above 32 bits", [0, 0, 2, 1, 1, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F], 11),
      ("more outcomes taken than known", [0, 0, 1, 1, 3, 2], 6),
      ("an outcome on line 0", [0, 0, 0, 1, 0, 1], 5),
      ("an outcome above 32 bits", [0, 0, 0, 2, 1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0], 11),
      ("a name above 31 bits", [0, 0, 0, 2, 1, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F], 12),
      ("no functions", [0, 0, 0, 0, 0], 5),
    ] as [(String, [UInt8], Int)])
  func damagedInside(what: String, bytes: [UInt8], offset: Int) {
    let error = #expect(throws: CorruptValue.self, "\(what)") { try Self.read(Self.pack(bytes)) }
    #expect(error?.words == "is damaged before byte \(offset) of what it inflates to", "\(what)")
  }

  @Test("that is cut off anywhere is refused")
  func truncations() {
    let bytes = Self.file + [1, 0x62] + Self.file.dropFirst(2)
    for length in 0..<bytes.count where length != Self.file.count {
      #expect(throws: CorruptValue.self) { try Self.read(Self.pack(Array(bytes[..<length]))) }
    }
    let text = PackedCoverage.text(of: Self.random(1))
    for length in 0..<text.count {
      #expect(throws: CorruptValue.self) { try Self.read(String(text.prefix(length))) }
    }
  }

  /// What a forger makes of it may be read, and must not end the program.
  @Test("may have any byte changed in it", arguments: 1...10)
  func forgeries(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let packed = try #require(Data(base64Encoded: PackedCoverage.text(of: Self.random(seed))))
    let bytes = try GzipStream.inflated([UInt8](packed).span, limit: 1_000_000)
    var refused = 0
    for _ in 0..<300 {
      var forged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        forged[Int.random(in: forged.indices, using: &generator)] =
          [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &generator) ?? 0
      }
      do {
        let report = try Self.read(Self.pack(forged))
        #expect(try Self.read(PackedCoverage.text(of: report)) == report)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 100)
  }

  /// Bits that base64 leaves over and bytes of gzip's header that mean nothing are the only ones
  /// that may change, and then nothing does.
  @Test("with any other character in it is refused or the same")
  func flips() {
    let report = Self.random(2)
    let text = Array(PackedCoverage.text(of: report).utf8)
    var same = 0
    for index in text.indices {
      var flipped = text
      flipped[index] = flipped[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      if let read = try? Self.read(String(decoding: flipped, as: UTF8.self)) {
        #expect(read == report)
        same += 1
      }
    }
    #expect(same < 12)
  }

  @Test("takes no more memory than lines are allowed")
  func bombs() {
    let bomb = Self.pack([UInt8](repeating: 0, count: 5_000_000))
    var error = #expect(throws: CorruptValue.self) { try Self.read(bomb) }
    #expect(error?.words == "cannot be inflated: more than 1000000 bytes when inflated")
    error = #expect(throws: CorruptValue.self) {
      try Self.read(Self.pack(Self.file), budget: Self.file.count + 1)
    }
    #expect(error?.words == "more than 100000000 lines in all files")
    #expect(throws: Never.self) {
      try Self.read(Self.pack(Self.file), budget: Self.file.count + 2)
    }
  }
}
