import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct MarkdownTests {
  @Test func aPassIsShort() throws {
    #expect(
      try render("markdown", passingVerdict)
        == """
        <!-- verdict policy.json -->
        ## PASS

        Nothing blocks and nothing warns.

        3 checks hold, 1 does not apply · policy.json, stage merge · no baseline

        | Gate | Result | What decides it |
        | --- | --- | --- |
        | Gate 1: code quality | pass | 2 checks hold |
        | Gate 2: test coverage | pass | 1 check holds, 1 does not apply |

        <details><summary>Gate 1: code quality: pass</summary>

        - ✓ tests.failed: 0 ≤ 0
        - ✓ findings, in lint: 0 ≤ 0

        </details>

        <details><summary>Gate 2: test coverage: pass</summary>

        - ✓ coverage.lines: 90 % ≥ 80 % (&#43;10 pp since the baseline)
        - · coverage.lines of new code: not applicable: 6 lines, fewer than the 20 that the rule needs

        </details>

        <sub>verdict 1.0.0 · policy.json · 2025-01-02T03:04:05Z</sub>

        """)
  }

  @Test func everythingIsInItsOrder() throws {
    #expect(
      try render("markdown", sampleVerdict)
        == """
        <!-- verdict policy.json -->
        ## BLOCK

        Blocked because of findings, high and above, in images: 1 &gt; 0, and 1 more check.

        1 check blocks, 1 needs review, 3 warn (1 undecided), 5 hold · policy.json, stage merge · baseline 9f3c2ab1 (3 commits back)

        | Gate | Result | What decides it |
        | --- | --- | --- |
        | Gate 1: code quality | pass | 2 checks hold |
        | Gate 2: test coverage | review needed from team:qa | coverage.lines of critical, src/orders/book.rs: 97.43 % &lt; 100 % and 2 more |
        | Gate 3: security | block | findings, high and above, in images: 1 &gt; 0 |
        | Gate 4: performance | warn | benchmark.time order&#95;path/insert: +7.9 % &gt; 5 % |

        <details><summary>Gate 1: code quality: pass</summary>

        - ✓ tests.failed: 0 ≤ 0
        - ✓ findings, in lint: 0 ≤ 0

        </details>

        <details><summary>Gate 2: test coverage: review needed from team:qa</summary>

        - ✗ coverage.lines of critical, each file: 97.43 % &lt; 100 % (2 of 78 lines uncovered)
          - <code>src/orders/book.rs</code> 88, 91
        - ! coverage.lines of new code: 71.42 % &lt; 80 % (6 of 21 new lines uncovered)
          - <code>src/risk/limits.rs</code> 40–44, 61
        - ? coverage.branches, in unit: undecided: reports/unit has 2 of 3 shards (warns)
        - ✓ coverage.lines: 81.20 % ≥ 80 % (−0.31 pp since the baseline)
        - besides, 1 check holds

        </details>

        <details><summary>Gate 3: security: block</summary>

        - ✗ findings, high and above, in images: 1 &gt; 0 (new)
          - CVE-2025-1234 in h2 0.3.26 (<code>Cargo.lock</code>)

        </details>

        <details><summary>Gate 4: performance: warn</summary>

        - ! benchmark.time order&#95;path/insert: &#43;7.9 % &gt; 5 % (12.3 µs → 13.2 µs; single pair of runs)
        - besides, 1 check holds

        </details>

        <details><summary>Since baseline 9f3c2ab1</summary>

        - coverage: 81.51 % → 81.20 % (−0.31 pp), 2 files differ
          - src/risk/limits.rs, 100 % → 90.16 % (−9.83 pp)
          - src/orders/book.rs, 98.71 % → 97.43 % (−1.28 pp)
        - tests: 1 fixed
          - fixed: BookTests › cancels
        - findings: 1 new, 4 unchanged
          - new: CVE-2025-1234: h2 0.3.26, Cargo.lock
        - benchmarks: 1 regressed
          - regressed: order&#95;path/insert, 12.3 µs → 13.2 µs (+7.9 %), −2 % … +9 % by one pair of runs, which sees +7 % or more

        </details>

        <details><summary>Changed files that no coverage report mentions</summary>

        3 files, 21 lines added or changed (merge base 9f3c2ab1 of main)

        - src/risk/new.rs

        </details>

        <details><summary>Notices about the reports</summary>

        - images.sarif:12: 2 paths could not be resolved
        - 3 paths could not be resolved

        </details>

        ### To turn this green

        1. fix or remove CVE-2025-1234 in h2 0.3.26 (Cargo.lock)
        2. cover src/orders/book.rs lines 88 and 91, or have team:qa approve it: verdict check --approve 'gate 2: test coverage=NAME'

        <sub>verdict 1.0.0 · policy.json · 2025-01-02T03:04:05Z</sub>

        """)
  }

  @Test func whatIsNotKnownIsSaid() throws {
    #expect(
      try render("markdown", undecidedVerdict)
        == """
        <!-- verdict policy.json -->
        ## BLOCK

        Blocked because tests.failed is undecided: reports/unit is missing: no file matches reports/unit/&#42;&#42;/&#42;.xml, and 4 more checks.

        4 checks block (undecided), 1 needs review (undecided), 1 warns (undecided), 1 informs (undecided) · policy.json, stage merge · no baseline

        | Gate | Result | What decides it |
        | --- | --- | --- |
        | Gate | block | tests.failed: undecided: reports/unit is missing: no file matches reports/unit/&#42;&#42;/&#42;.xml and 5 more |

        <details><summary>Gate: block</summary>

        - ? tests.failed: undecided: reports/unit is missing: no file matches reports/unit/&#42;&#42;/&#42;.xml
        - ? coverage.lines: undecided: reports/coverage cannot be read: lcov.info:12:1: the file ends too early, expected end&#95;of&#95;record
        - ? findings: undecided: reports/images is empty: nothing to judge in images.sarif
        - ? findings: undecided: reports/lint has 2 of 3 shards
        - ? coverage.lines of new code: undecided: it is not known what changed (needs review)
        - ? benchmark.time: undecided: there is no baseline (warns)
        - ? coverage.branches of critical: undecided: the reports have nothing of what is asked (informs)

        </details>

        ### To turn this green

        1. say what the change is compared with, or give it with --diff FILE: <code>verdict check --base REV</code>, or have team:qa approve it: verdict check --approve gate=NAME
        2. provide reports/unit: a file that matches reports/unit/&#42;&#42;/&#42;.xml
        3. make lcov.info of reports/coverage anew, it cannot be read
        4. make images.sarif of reports/images anew, it has nothing to judge
        5. complete reports/lint (2 of 3 shards)

        <sub>verdict 1.0.0 · policy.json · 2025-01-02T03:04:05Z</sub>

        """)
  }

  @Test func thousandsOfChecksFitAndAreCounted() throws {
    let output = try render("markdown", makeVerdictOfManyFiles(5000))
    #expect(output.utf8.count < 60_000)
    let shown = output.split(separator: "\n").count { $0.hasPrefix("- ✗ ") }
    #expect(shown > 50)
    #expect(output.contains("\n- \(5000 - shown) more checks are in the job's output\n"))
    #expect(output.contains("\nand 4990 more\n"))
    #expect(
      output.contains(
        "| Coverage | block | coverage.lines of src/file0.rs: 50 % &lt; 80 % and 4999 more |"))
  }

  @Test func thousandsOfPlacesAreCounted() throws {
    let check = makeCheck(
      "findings", .violated, .block, limit: Limit(.max, .count(0, .findings)),
      value: .count(5000, .findings),
      places: (1...5000).map { CheckPlace(path: "a", lines: LineRanges([$0]), text: "R") })
    let output = try render("markdown", makeVerdict([makeGate("G", [check])]))
    #expect(output.utf8.count < 3000)
    #expect(output.contains("\n  - and 4990 more\n"))
  }

  @Test func partsThatDoNotFitAreDroppedWholeAndNamed() throws {
    let gates = (1...20).map { number in
      makeGate("Gate \(number)", makeVerdictOfManyFiles(200).gates[0].checks)
    }
    let output = try render("markdown", makeVerdict(gates))
    #expect(output.utf8.count < 60_000)
    let kept = (1...20).filter { output.contains("<summary>Gate \($0): block</summary>") }
    #expect(kept == [1, 2, 3])
    #expect(
      output.contains(
        "3400 more checks are in the job's output: Gate 4, Gate 5, Gate 6, Gate 7, Gate 8, Gate 9, "
          + "Gate 10, Gate 11, Gate 12, Gate 13 and 7 more.\n"))
    #expect(output.contains("### To turn this green"))
  }

  @Test func thousandsOfGatesAreCounted() throws {
    let gates = (1...5000).map { makeGate("Gate \($0)", [makeCheck("tests.failed")]) }
    let output = try render("markdown", makeVerdict(gates))
    #expect(output.utf8.count < 60_000)
    let rows = output.split(separator: "\n").count { $0.hasPrefix("| Gate ") } - 1
    #expect(output.contains("\n\(5000 - rows) more gates are in the job's output.\n"))
  }

  @Test(arguments: [
    ("policy.json", "policy.json"), ("a b--><!--@x/é-.json", "a_b________x/__.json"),
  ])
  func theMarkerNamesThePolicy(policy: String, name: String) throws {
    var verdict = passingVerdict
    verdict.policy = policy
    #expect(try render("markdown", verdict).hasPrefix("<!-- verdict \(name) -->\n## PASS\n"))
  }
}
