import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct TerminalTests {
  @Test func aPassIsShort() throws {
    #expect(
      try render("terminal", passingVerdict, width: 80)
        == """
        PASS  3 checks hold, 1 does not apply    policy.json, stage merge    no baseline

        Gate 1: code quality                                                        pass
        Gate 2: test coverage                                                       pass
          ✓ coverage.lines              90 % ≥ 80 %  +10 pp since the baseline
          · coverage.lines of new code  not applicable: 6 lines, fewer than the 20 that
                                        the rule needs

        """)
  }

  @Test func everythingIsInItsOrder() throws {
    #expect(
      try render("terminal", sampleVerdict, width: 120)
        == """
        BLOCK  1 check blocks, 1 needs review, 3 warn (1 undecided), 5 hold    policy.json, stage merge
               baseline 9f3c2ab1 (3 commits back)

        Gate 1: code quality                                                                                pass
        Gate 2: test coverage                                                         review needed from team:qa
          ✗ coverage.lines of critical, each file  97.43 % < 100 %  2 of 78 lines uncovered: src/orders/book.rs 88, 91
          ! coverage.lines of new code             71.42 % < 80 %   6 of 21 new lines uncovered: src/risk/limits.rs 40–44, 61
          ? coverage.branches, in unit             undecided: reports/unit has 2 of 3 shards; warns
          ✓ coverage.lines                         81.20 % ≥ 80 %   −0.31 pp since the baseline
            besides, 1 check holds
        Gate 3: security                                                                                   block
          ✗ findings, high and above, in images    1 > 0            CVE-2025-1234 in h2 0.3.26 (Cargo.lock); new
        Gate 4: performance                                                                                 warn
          ! benchmark.time order_path/insert       +7.9 % > 5 %     12.3 µs → 13.2 µs; single pair of runs
            besides, 1 check holds

        Since baseline 9f3c2ab1
          coverage    81.51 % → 81.20 % (−0.31 pp), 2 files differ
            src/risk/limits.rs, 100 % → 90.16 % (−9.83 pp)
            src/orders/book.rs, 98.71 % → 97.43 % (−1.28 pp)
          tests       1 fixed
            fixed: BookTests › cancels
          findings    1 new, 4 unchanged
            new: CVE-2025-1234: h2 0.3.26, Cargo.lock
          benchmarks  1 regressed
            regressed: order_path/insert, 12.3 µs → 13.2 µs (+7.9 %), −2 % … +9 % by one pair of runs, which sees +7 % or more

        Changed files that no coverage report mentions
          src/risk/new.rs

        Reports
          images.sarif:12: 2 paths could not be resolved

        Notices
          3 paths could not be resolved

        To turn this green
          1. fix or remove CVE-2025-1234 in h2 0.3.26 (Cargo.lock)
          2. cover src/orders/book.rs lines 88 and 91, or have team:qa approve it: verdict check --approve 'gate 2: test
             coverage=NAME'

        """)
  }

  @Test func aNarrowTerminalLosesNothing() throws {
    #expect(
      try render("terminal", blockingVerdict, width: 60)
        == """
        BLOCK  3 checks block, 1 needs review, 1 warns, 1 informs
               policy.json, stage merge    no baseline

        Tests                                                  block
          ✗ tests.failed                    12 > 0
              +12 tests since the baseline
              Suite › case 1 (tests/test_1.py 1)
              Suite › case 2 (tests/test_2.py 2)
              Suite › case 3 (tests/test_3.py 3)
              Suite › case 4 (tests/test_4.py 4)
              Suite › case 5 (tests/test_5.py 5)
              Suite › case 6 (tests/test_6.py 6)
              Suite › case 7 (tests/test_7.py 7)
              Suite › case 8 (tests/test_8.py 8)
              Suite › case 9 (tests/test_9.py 9)
              Suite › case 10 (tests/test_10.py 10)
              and 2 more
          ! tests.total                     −10 % < −5 %
              100 → 90 tests
        Coverage                                               block
          ✗ coverage.lines                  79.996 % < 80 %
              5001 of 25000 lines uncovered
          ✗ coverage.lines                  −1.00 pp < −0.5 pp
              5001 of 25000 lines uncovered; 81 % → 79.99 %; needs
              review
          · coverage.branches               33.33 % < 70 %
              2 of 3 branches uncovered
        Speed                                                  block
          ✗ benchmark.time order_path/insert  10.001 ms > 10 ms

        To turn this green
          1. cover at least 1 of 5001 uncovered lines
          2. fix 12 tests: Suite › case 1 (tests/test_1.py 1), Suite
             › case 2 (tests/test_2.py 2), Suite › case 3
             (tests/test_3.py 3) and 9 more
          3. cover at least 126 of 5001 uncovered lines, or have a
             reviewer approve it: verdict check --approve
             coverage=NAME
          4. bring benchmark.time order_path/insert down by 1 µs,
             from 10.001 ms to at most 10 ms

        """)
  }

  @Test func aWideTerminalAlignsColumns() throws {
    #expect(
      try render("terminal", blockingVerdict, width: 120)
        == """
        BLOCK  3 checks block, 1 needs review, 1 warns, 1 informs    policy.json, stage merge    no baseline

        Tests                                                                                              block
          ✗ tests.failed                      12 > 0              +12 tests since the baseline
              Suite › case 1 (tests/test_1.py 1)
              Suite › case 2 (tests/test_2.py 2)
              Suite › case 3 (tests/test_3.py 3)
              Suite › case 4 (tests/test_4.py 4)
              Suite › case 5 (tests/test_5.py 5)
              Suite › case 6 (tests/test_6.py 6)
              Suite › case 7 (tests/test_7.py 7)
              Suite › case 8 (tests/test_8.py 8)
              Suite › case 9 (tests/test_9.py 9)
              Suite › case 10 (tests/test_10.py 10)
              and 2 more
          ! tests.total                       −10 % < −5 %        100 → 90 tests
        Coverage                                                                                           block
          ✗ coverage.lines                    79.996 % < 80 %     5001 of 25000 lines uncovered
          ✗ coverage.lines                    −1.00 pp < −0.5 pp  5001 of 25000 lines uncovered; 81 % → 79.99 %; needs review
          · coverage.branches                 33.33 % < 70 %      2 of 3 branches uncovered
        Speed                                                                                              block
          ✗ benchmark.time order_path/insert  10.001 ms > 10 ms

        To turn this green
          1. cover at least 1 of 5001 uncovered lines
          2. fix 12 tests: Suite › case 1 (tests/test_1.py 1), Suite › case 2 (tests/test_2.py 2), Suite › case 3
             (tests/test_3.py 3) and 9 more
          3. cover at least 126 of 5001 uncovered lines, or have a reviewer approve it: verdict check --approve coverage=NAME
          4. bring benchmark.time order_path/insert down by 1 µs, from 10.001 ms to at most 10 ms

        """)
  }

  @Test func whatIsNotKnownIsSaid() throws {
    #expect(
      try render("terminal", undecidedVerdict, width: 80)
        == """
        BLOCK  4 checks block (undecided), 1 needs review (undecided), 1 warns
               (undecided), 1 informs (undecided)
               policy.json, stage merge    no baseline

        Gate                                                                       block
          ? tests.failed                   undecided: reports/unit is missing: no file
                                           matches reports/unit/**/*.xml
          ? coverage.lines                 undecided: reports/coverage cannot be read:
                                           lcov.info:12:1: the file ends too early,
                                           expected end_of_record
          ? findings                       undecided: reports/images is empty: nothing
                                           to judge in images.sarif
          ? findings                       undecided: reports/lint has 2 of 3 shards
          ? coverage.lines of new code     undecided: it is not known what changed;
                                           needs review
          ? benchmark.time                 undecided: there is no baseline; warns
          ? coverage.branches of critical  undecided: the reports have nothing of what
                                           is asked; informs

        To turn this green
          1. say what the change is compared with, or give it with --diff FILE: verdict
             check --base REV, or have team:qa approve it: verdict check --approve
             gate=NAME
          2. provide reports/unit: a file that matches reports/unit/**/*.xml
          3. make lcov.info of reports/coverage anew, it cannot be read
          4. make images.sarif of reports/images anew, it has nothing to judge
          5. complete reports/lint (2 of 3 shards)

        """)
  }

  @Test(arguments: [40, 60, 80, 120], [passingVerdict, blockingVerdict, undecidedVerdict])
  func linesFitAndNumbersStay(width: Int, verdict: Verdict) throws {
    let output = try render("terminal", verdict, width: width)
    for line in output.split(separator: "\n") { #expect(line.count <= width) }
    let words = output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    for entry in makeDocument(verdict).gates.flatMap(\.listed) {
      #expect(words.contains(entry.answer))
    }
  }

  @Test func colourOnlyRepeats() throws {
    let plain = try render("terminal", sampleVerdict)
    let coloured = try render("terminal", sampleVerdict, color: true)
    #expect(coloured.hasPrefix("\u{1B}[1mBLOCK  1 check blocks"))
    #expect(coloured.contains("\n\u{1B}[31m  ✗ \u{1B}[0mfindings"))
    let pieces = coloured.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
    #expect(
      pieces.first.map(String.init)
        == "" && pieces.dropFirst().map { $0.drop { $0 != "m" }.dropFirst() }.joined() == plain)
  }

  @Test func everyFailingCheckIsListed() throws {
    let output = try render("terminal", makeVerdictOfManyFiles(5000))
    #expect(output.split(separator: "\n").count { $0.hasPrefix("  ✗ ") } == 5000)
    #expect(output.contains("and 4990 more\n"))
  }
}
