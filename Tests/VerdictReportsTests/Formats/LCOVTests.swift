import Testing
import VerdictModel

@testable import VerdictReports

struct LCOVTests {
  private func read(_ text: String, pieces size: Int = 64 * 1024) throws -> Report {
    try TextReports.read(text, as: .lcov, pieces: size)
  }

  static let tracefile = """
    TN:unit
    SF:src/a.c
    VER:549f71f95b884f32c503c48f22ced191
    FN:1,3,main
    FNDA:1,main
    FNL:0,1,7
    FNA:0,2,foo
    FNF:1
    FNH:1
    BRDA:2,0,0,4
    BRDA:2,0,1,-
    BRF:2
    BRH:1
    MCDC:3,1,t,1,0,a
    MCF:2
    MCH:1
    DA:1,1
    DA:2,4,61c88453392c74ecd94f0057a8aedc7d
    DA:3,0
    LF:3
    LH:2
    end_of_record

    """

  @Test(arguments: [1, 2, 3, 5, 7, 4096])
  func readsATracefileHoweverItIsCut(size: Int) throws {
    let report = try read(Self.tracefile, pieces: size)
    #expect(report.format == "lcov")
    #expect(report.coverageTexts == ["src/a.c: 1×1 2×4 3×0; 2 1/2"])
    #expect(report.notices.isEmpty)
    #expect(report.damage == nil)
  }

  @Test(arguments: [
    // Both forms; FNL and FNA group aliases.
    ("FN:1,3,main\nFNDA:1,main\nFNL:0,1,7\nFNA:0,0,foo\nFNA:0,2,foo<int>\n", "1 2/2"),
    // Calls may come first, a last line or none, commas in names, and no calls at all.
    (
      "FNDA:0,f(int, int)\nFNDA:3,g\nFN:4,9,f(int, int)\nFN:12,g\nFN:20,h\n",
      "4 0/1, 12 1/1, 20 0/1"
    ),
    // Names that look like a last line.
    ("FN:4,9,1,x\nFNDA:1,1,x\nFN:5,77\nFNDA:1,77\n", "4 1/1, 5 1/1"),
    // Many of one name: each place has calls of its own, and calls that are missing are none.
    ("FN:1,a\nFN:2,a\nFN:3,a\nFNDA:0,a\nFNDA:5,a\n", "1 0/1, 2 1/1, 3 0/1"),
    ("FN:1,a\nFNDA:0,a\nFNDA:5,a\n", "1 1/1"),
    // Two groups on one line are two functions.
    ("FNL:0,1\nFNL:1,1\nFNA:1,1,b\nFNA:0,0,a\n", "1 1/2"),
    ("FN:7,a\nFNDA:1e3,a\n", "7 1/1"),
  ])
  func readsFunctions(records: String, functions: String) throws {
    for text in [records, records.replacing("\n", with: "\r\n")] {
      let report = try read("SF:a\n\(text)DA:1,1\nend_of_record\n", pieces: 3)
      #expect(report.functionTexts == ["a: \(functions)"])
      #expect(report.notices.isEmpty)
    }
  }

  @Test func countsFunctionsOfWhichTheLineIsUnknown() throws {
    let report = try read(
      "SF:a\nFNDA:0,nowhere\nFN:x,odd\nFNDA:1,odd\nFNA:3,-1,\nend_of_record\n")
    #expect(report.functionTexts == ["a: 1 1/3"])
    #expect(
      report.noticeTexts == [
        "3: a function without a line number is counted on line 1 (3 times)",
        "5: a negative count is read as 0",
      ])
  }

  /// Found by fuzzing: `FND` was taken for `FN` where a line came whole.
  @Test(arguments: [1, 3, 4096])
  func recordsOfUnknownKindsAreNoFunctions(pieces: Int) throws {
    let report = try read(
      "SF:a\nFND:27,f\nFN:3,g\nFNDB:1,g\nDA:1,1\nend_of_record\n", pieces: pieces)
    #expect(report.functionTexts == ["a: 3 0/1"])
    #expect(report.noticeTexts == ["2: a record of an unknown kind is ignored (2 times)"])
  }

  /// Shards name the same functions, in any order.
  @Test func unitesFunctionsByName() throws {
    let report = try read(
      """
      SF:a
      FN:1,f
      FN:9,g
      FNDA:1,f
      end_of_record
      SF:a
      FNDA:2,g
      FNDA:0,f
      FN:9,g
      FN:1,f
      end_of_record

      """)
    #expect(report.functionTexts == ["a: 1 1/1, 9 1/1"])
  }

  /// Macros and generated code have lines that their source has not (L-31). The source is not read,
  /// and lines that were not executed must not vanish: they count as they stand there.
  @Test func countsLinesBeyondTheEndOfTheSource() throws {
    let report = try read("SF:three-lines.c\nDA:3,1\nDA:40000,0\nend_of_record\n")
    #expect(report.coverageTexts == ["three-lines.c: 3×1 40000×0"])
    #expect(report.notices.isEmpty)
  }

  @Test func readsWindowsFiles() throws {
    let text = "\u{FEFF}" + Self.tracefile.split(separator: "\n").joined(separator: "\r\n")
    let report = try read(text)
    #expect(report.coverageTexts == ["src/a.c: 1×1 2×4 3×0; 2 1/2"])
    #expect(report.notices.isEmpty)
  }

  /// One line of a tracefile each: the line's text, what the file then holds, the notice.
  @Test(arguments: [
    ("DA:7,18446744073709551615", "7×4294967295", nil),
    ("DA:7,1e+0", "7×1", nil),
    ("DA:7,1.0e+19", "7×4294967295", nil),
    ("DA:7,1.9", "7×1", nil),
    ("DA:7,-1", "7×0", "a negative count is read as 0"),
    ("DA:7,-0", "7×0", nil),
    ("DA:7,skipped", "7×0", "a count that is no number is read as 0"),
    ("DA:7,1.a0e+19", "7×0", "a count that is no number is read as 0"),
    ("DA:7", "7×0", "a count that is no number is read as 0"),
    ("DA:0,3", "", "a DA record without a line number above 0 is ignored"),
    ("DA:-4,3", "", "a DA record without a line number above 0 is ignored"),
    ("DA:=,=", "", "a DA record without a line number above 0 is ignored"),
    ("DA:DA:130,0", "", "a DA record without a line number above 0 is ignored"),
    ("DA:4294967296,1", "", "a DA record without a line number above 0 is ignored"),
    ("DA:4294967295,1  ", "4294967295×1", nil),
    ("BRDA:9,0,2,3", "9 1/1", nil),
    ("BRDA:9,e0,1,-", "9 0/1", nil),
    ("BRDA:9,f0,1,2", "9 1/1", nil),
    ("BRDA:9,U0,1,0", "", nil),
    ("BRDA:9,eU0,1,0", "", nil),
    ("BRDA:9,None,1,-", "9 0/1", nil),
    ("BRDA:9,-1,-2,1", "9 1/1", nil),
    ("BRDA:9,0,f(a, b) == 1,1", "9 1/1", nil),
    ("BRDA:9,0,1,-0", "9 0/1", nil),
    ("BRDA:9,0,1,1.67e+20", "9 1/1", nil),
    ("BRDA:9,0,1,-1", "9 0/1", "a negative count is read as 0"),
    ("BRDA:9,0,1,1.67+20", "9 0/1", "a count that is no number is read as 0"),
    ("BRDA:0,0,1,1", "", "a BRDA record without a line number above 0 is ignored"),
    ("BRDA:9,1", "", "a BRDA record without a line number above 0 is ignored"),
    ("BA:1,2", "", "a record of an unknown kind is ignored"),
    ("XBRDA:9,0,1,1", "", "a record of an unknown kind is ignored"),
    ("EOF", "", "a record of an unknown kind is ignored"),
    ("# DA:1,1", "", nil),
    ("FN:9,25,f(A const&, std::ratio<1l, 1000l>)", "", nil),
    ("FN:0,45,main", "", "a function without a line number is counted on line 1"),
    ("TN:Sample1, Version=1.0.0.0, Culture=neutral", "", nil),
  ])
  func readsALine(line: String, expected: String, notice: String?) throws {
    let report = try read("SF:a\n\(line)\nend_of_record\n")
    #expect(report.coverageTexts == ["a: \(expected)"])
    #expect(report.noticeTexts == (notice.map { ["2: \($0)"] } ?? []))
    #expect(report.damage == nil)
  }

  @Test func addsUpRepetitions() throws {
    let report = try read(
      """
      SF:b.c
      DA:2,1
      DA:1,0
      DA:2,3
      BRDA:2,0,0,0
      BRDA:2,0,0,1
      BRDA:2,0,1,0
      end_of_record
      SF:a.c
      end_of_record
      SF:b.c
      DA:1,5
      DA:3,4294967290
      BRDA:2,0,1,0
      BRDA:2,1,1,-
      end_of_record
      """)
    #expect(report.coverageTexts == ["a.c: ", "b.c: 1×5 2×4 3×4294967290; 2 1/3"])
    #expect(report.notices.isEmpty)
  }

  @Test(arguments: [
    (#"SF:C:\src\a.cs"#, #"C:\src\a.cs"#), ("SF: test.cpp ", "test.cpp"),
    ("KF:kernel/a.c", "kernel/a.c"),
    ("SF:dist/<define:DATA>", "dist/<define:DATA>"), ("SF:", "(unnamed)"),
  ])
  func keepsPathsAsTheyAre(line: String, path: String) throws {
    #expect(try read(line + "\nDA:1,1\nend_of_record").coverageTexts == ["\(path): 1×1"])
  }

  @Test func endsRecordsThatDoNotEnd() throws {
    let report = try read("SF:a\nDA:1,1\nSF:b\nDA:1,0\nend_of_record")
    #expect(report.coverageTexts == ["a: 1×1", "b: 1×0"])
    #expect(report.noticeTexts == ["1: a record has no end_of_record"])
    #expect(report.incomplete == [])
  }

  @Test(arguments: [
    (
      "SF:a\nDA:1,1\nend_of_record\nSF:b\nDA:1,0\n",
      "the record that begins on line 4 has no end_of_record"
    ),
    ("SF:a\nDA:1,1", "the record that begins on line 1 has no end_of_record"),
    ("SF:a\nDA:1,1\nend_of_record\nTN:x", "no record follows the test name on line 4"),
  ])
  func takesATracefileWithoutAnEndForCutOff(text: String, reason: String) throws {
    let report = try read(text)
    #expect(report.incomplete == [reason])
    #expect(report.damage == nil)
    #expect(report.notices.isEmpty)
    #expect(report.coverageTexts.first == "a: 1×1")
  }

  /// Wherever a tracefile ends but behind a record, it shows.
  @Test func noCutIsComplete() throws {
    let record = "TN:unit\nSF:b.c\nBRDA:2,0,0,4\nDA:12,34\nLF:1\nLH:1\nend_of_record"
    for length in 1..<record.utf8.count {
      let report = try read("SF:a.c\nDA:1,1\nend_of_record\n" + record.prefix(length))
      #expect(report.damage != nil || !report.incomplete.isEmpty, "\(record.prefix(length))")
    }
    #expect(try read(record).incomplete == [])
    #expect(try read(record).damage == nil)
  }

  @Test(arguments: ["TN", "SF", "DA", "BRDA", "LF"])
  func takesANameWithoutAColonForCutOff(name: String) throws {
    let report = try read("SF:a\nDA:1,1\nend_of_record\n\(name)")
    #expect(
      report.damage?.description
        == "4: cannot read the line, expected a record such as SF:, DA: or end_of_record")
  }

  @Test func countsLinesAnewWhateverTotalsSay() throws {
    let report = try read("SF:a\nDA:1,1\nLF:2\nLH:1\nend_of_record")
    #expect(report.coverageTexts == ["a: 1×1"])
    #expect(report.notices == [])
  }

  @Test func keepsWhatStandsBeforeDamage() throws {
    let report = try read("SF:a\nDA:1,1\nend_of_record\nSF:b\nDA:1,0\n{\"x\": 1}\nDA:2,2\n")
    #expect(report.coverageTexts == ["a: 1×1", "b: 1×0"])
    #expect(
      report.damage?.description
        == "6: cannot read the line, expected a record such as SF:, DA: or end_of_record")
  }

  @Test(arguments: [
    (
      "root:x:0:0:root:/root:/bin/bash\n",
      "1: cannot read the line, expected a record such as SF:, DA: or end_of_record"
    ),
    ("TN:\nDA:1,1\n", "2: cannot read the line, expected an SF: record before it"),
    (
      "TN:\nSF:a\0.c\nDA:1,1\n",
      "2: cannot read the line, expected a file name without a NUL byte"
    ),
    (
      "SF:" + String(repeating: "x", count: 2_000_000),
      "1: the length of a line exceeds the limit of 1048576"
    ),
  ])
  func refusesWhatHasNothingToKeep(text: String, words: String) {
    #expect(throws: ReportError.self) { try read(text) }
    do { _ = try read(text) } catch { #expect("\(error)" == words) }
  }

  @Test func anEmptyTracefileHasNoData() throws {
    #expect(try read("TN:\n").content.isEmpty)
    #expect(try read("SF:a\nend_of_record\n").content.isEmpty)
  }

  @Test(arguments: [
    ("TN:\nSF:a\n", "lcov"), ("SF:a\n", "lcov"), ("KF:a\n", "lcov"),
    ("\u{FEFF}\n# c\nTN:\n", "lcov"),
    ("TN:x\n", "lcov"),
    ("DA:1,1\nSF:a\n", nil), ("SFX:a\n", nil), ("# only\n", nil), ("hello\nSF:a\n", nil),
    ("<a/>", nil), ("{}", nil),
  ])
  func recognisesTracefiles(text: String, format: String?) {
    #expect(TextReports.recognised(Array(text.utf8)) == format)
  }
}
