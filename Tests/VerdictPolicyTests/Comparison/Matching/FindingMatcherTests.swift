import TestSupport
import Testing
import VerdictModel

@testable import VerdictPolicy

/// The lines of a file, and what a linter that looks for them finds there.
private struct Source {
  var path = "a.py"
  var lines: [String]
  /// Whether the source can be read.
  var isKnown = true

  /// Findings in the lines that begin with `!`; the rest of such a line is the message.
  var findings: [Finding] {
    let text = SourceText(Array(lines.joined(separator: "\n").utf8))
    return lines.enumerated().filter { $0.element.hasPrefix("!") }.map { index, line in
      sample(
        message: String(line.dropFirst().prefix { $0 != "#" }), path: path, line: index + 1,
        context: isKnown ? text.context(ofLine: index + 1) : .unknown)
    }
  }
}

private func sample(
  _ rule: String = "R1", message: String = "m", path: String = "a.py", line: Int = 1,
  column: Int? = 1, context: SourceContext = .unknown, fingerprints: Fingerprints = [:]
) -> Finding {
  Finding(
    run: ScanRun(tool: "t", category: ""), rule: rule, message: message, level: .warning,
    severity: .medium, location: FindingLocation(path: path, line: line, column: column),
    context: context, fingerprints: fingerprints)
}

/// `3 → 5, shifted` for every pair.
private func match(
  _ before: [Finding], _ after: [Finding], renames: [String: String] = [:]
) -> [String] {
  FindingMatcher(before: before, after: after, renames: renames).pairs
    .sorted { $0.old < $1.old }.map { pair in
      let (old, new) = (before[Int(pair.old)].location, after[Int(pair.new)].location)
      let path = old?.path == new?.path ? "" : "\(new?.path ?? "") "
      return "\(old?.line ?? 0) → \(path)\(new?.line ?? 0), \(pair.reason.rawValue)"
    }
}

private func match(_ before: Source, _ after: Source) -> [String] {
  match(before.findings, after.findings)
}

private func filler(_ count: Int, _ name: String = "x") -> [String] {
  (0..<count).map { "\(name)\($0) = some_function_with_a_name(\($0), 'and some text')" }
}

@Suite struct FindingMatcherTests {
  @Test func unchangedCodeAgreesInContext() {
    let source = Source(lines: ["!a", "!b"] + filler(5) + ["!a"])
    #expect(match(source, source) == ["1 → 1, context", "2 → 2, context", "8 → 8, context"])
  }

  @Test func insertedLinesMoveWhatIsBelow() {
    let before = Source(lines: filler(4) + ["!a"] + filler(4, "y") + ["!a"])
    let after = Source(lines: filler(4) + ["!a"] + filler(70, "z") + filler(4, "y") + ["!a"])
    #expect(match(before, after) == ["5 → 5, anchor", "10 → 80, context"])
  }

  @Test func withoutTextWhatIsUniqueIsAnAnchorForTheRest() {
    let before = [
      sample(message: "only here", line: 10), sample(line: 12), sample(line: 14),
    ]
    let after = [
      sample(line: 3), sample(message: "only here", line: 110), sample(line: 112),
      sample(line: 114),
    ]
    #expect(match(before, after) == ["10 → 110, anchor", "12 → 112, shifted", "14 → 114, shifted"])
  }

  /// Above a known line the distance to it counts, where lines came in between.
  @Test func whatIsAboveAKnownLineMovesWithIt() {
    let before = [sample(line: 10), sample(line: 11), sample(message: "only here", line: 12)]
    let after = [
      sample(line: 90), sample(line: 100), sample(line: 101),
      sample(message: "only here", line: 102),
    ]
    #expect(match(before, after) == ["10 → 100, shifted", "11 → 101, shifted", "12 → 102, anchor"])
  }

  /// What stood above a line that is known is not what stands below it now.
  @Test func equalTextWinsOverEqualPosition() {
    let before = Source(lines: ["!m#one"] + filler(4) + ["!m#two"] + filler(4, "y"))
    let after = Source(lines: ["!m#two"] + filler(4, "z") + ["!m#three"] + filler(4, "w"))
    #expect(match(before, after) == ["6 → 1, line-text"])
  }

  @Test func anEditedLineIsStillTheSameFinding() {
    let before = Source(lines: filler(3) + ["!m#before"] + filler(3, "y"))
    let after = Source(lines: filler(3) + ["!m#after"] + filler(3, "y"))
    #expect(match(before, after) == ["4 → 4, shifted"])
  }

  @Test func measuresInMessagesMayChange() {
    let before = [sample(message: "line too long (101 > 88)", line: 7)]
    let after = [sample(message: "line too long (102 > 88)", line: 7)]
    #expect(match(before, after) == ["7 → 7, anchor"])
  }

  @Test func namesInMessagesMayNot() {
    let before = [sample(message: "lodash 4.17.20 has CVE-2024-1", line: 1)]
    let after = [sample(message: "lodash 4.17.20 has CVE-2024-2", line: 1)]
    #expect(match(before, after) == [])
  }

  @Test func whatIsFarAwayIsAnotherFinding() {
    let before = [sample(line: 1), sample(line: 2)]
    let near = [sample(line: 51), sample(line: 52), sample(line: 400)]
    #expect(match(before, near) == ["1 → 51, message", "2 → 52, message"])
    #expect(match(before, [sample(line: 300), sample(line: 400), sample(line: 401)]) == [])
  }

  @Test func redactedFindingsAreOnlyPairedInPlace() {
    let before = [sample(message: Finding.redactedMessage, line: 3)]
    #expect(match(before, [sample(message: Finding.redactedMessage, line: 4)]) == [])
    #expect(match(before, before) == ["3 → 3, anchor"])
  }

  // MARK: - Renamed files

  @Test func findingsGoWithTheirFile() {
    let before = Source(path: "old/a.py", lines: ["!a"] + filler(5) + ["!b", "!c"])
    var after = before
    after.path = "new/b.py"
    after.lines.insert(contentsOf: filler(3, "z"), at: 3)
    #expect(
      match(before, after)
        == ["1 → new/b.py 1, renamed", "7 → new/b.py 10, renamed", "8 → new/b.py 11, renamed"])
  }

  @Test("without text, files that hold the same are told apart by how far apart it stands")
  func distancesTellFilesApart() {
    func findings(_ name: (Int) -> String, below offset: Int) -> [Finding] {
      (1...12).flatMap { file in
        [1, 2, 3].map { sample(path: name(file), line: $0 * file + offset) }
      }
    }
    let pairs = match(
      findings({ "old\(100 + $0).py" }, below: 0), findings({ "new\(200 - $0).py" }, below: 5))
    #expect(
      pairs
        == (1...12).flatMap { file in
          [1, 2, 3].map { "\($0 * file) → new\(200 - file).py \($0 * file + 5), renamed" }
        })
  }

  @Test("without text, a name that is kept tells where a file with common findings went")
  func namesTellFilesApart() {
    func findings(in directory: String) -> [Finding] {
      (1...12).flatMap { file in
        [1, 2].map { sample(path: "\(directory)/f\(100 + file).py", line: $0 * 10) }
      }
    }
    #expect(
      match(findings(in: "a"), findings(in: "b"))
        == (1...12).flatMap { file in
          [1, 2].map { "\($0 * 10) → b/f\(100 + file).py \($0 * 10), renamed" }
        })
  }

  @Test("without text, what stands below an insertion moves with it")
  func mostMoveAlike() {
    func findings(_ lines: [Int]) -> [Finding] { lines.map { sample(line: $0) } }
    #expect(
      match(findings([10, 20, 35, 41]), findings([14, 22, 32, 47, 53]))
        == ["10 → 22", "20 → 32", "35 → 47", "41 → 53"].map { "\($0), message" })
  }

  @Test func oneFindingIsNoProofOfARename() {
    #expect(match([sample(path: "old.py")], [sample(path: "new.py")]) == [])
    #expect(
      match([sample(path: "x/a.py")], [sample(path: "y/a.py")]) == ["1 → y/a.py 1, renamed"])
  }

  @Test func aKnownRenameNeedsNoProof() {
    #expect(
      match([sample(path: "old.py")], [sample(path: "new.py")], renames: ["old.py": "new.py"])
        == ["1 → new.py 1, renamed"])
  }

  @Test func aCopyIsNew() {
    let original = Source(path: "a.py", lines: ["!a", "!b", "!c"])
    var copy = original
    copy.path = "b.py"
    #expect(
      match(original.findings, original.findings + copy.findings)
        == ["1 → 1, context", "2 → 2, context", "3 → 3, context"])
  }

  // MARK: - Fingerprints

  @Test func fingerprintsFindWhatMovedFar() {
    let before = [
      sample(message: "a", line: 1, fingerprints: ["id": "fingerprint-1"]),
      sample(message: "b", line: 2, fingerprints: ["id": "fingerprint-2"]),
    ]
    let after = [
      sample(message: "c", path: "b.py", line: 900, fingerprints: ["id": "fingerprint-2"])
    ]
    #expect(match(before, after) == ["2 → b.py 900, fingerprint"])
  }

  @Test(arguments: [
    // Semgrep without a login; what is no digest; who wrote the line.
    ("matchBasedId/v1", "requires login"), ("id", "short"), ("commitSha", "0123456789abcdef"),
  ])
  func aFingerprintThatManyHaveMeansNothing(name: String, value: String) {
    let before = [
      sample(message: "a", line: 1, fingerprints: [name: value]),
      sample(message: "b", line: 2, fingerprints: [name: value]),
    ]
    let after = [sample(message: "c", path: "b.py", line: 9, fingerprints: [name: value])]
    #expect(match(before, after) == [])
  }

  /// One use on either side cannot show that other findings would have another value.
  @Test func aFingerprintThatWasUsedOnceMeansNothing() {
    let before = [sample(message: "a", fingerprints: ["id": "fingerprint-1"])]
    let after = [sample(message: "b", path: "b.py", fingerprints: ["id": "fingerprint-1"])]
    #expect(match(before, after) == [])
  }

  @Test func aFingerprintOfTheRuleMeansNothing() {
    let before = ["R1", "R1", "R2", "R3"].enumerated().map { index, rule in
      sample(rule, message: "a\(index)", fingerprints: ["id": "digest of \(rule)"])
    }
    let after = [sample("R2", message: "b", path: "b.py", fingerprints: ["id": "digest of R2"])]
    #expect(match(before, after) == [])
  }

  @Test func theLatestVersionOfAFingerprintCounts() {
    func findings(_ values: [(String, String)]) -> [Finding] {
      values.enumerated().map { index, value in
        sample(
          message: "\(value)", line: index * 200 + 1,
          fingerprints: ["hash/v1": "one " + value.0, "hash/v2": "two two " + value.1])
      }
    }
    #expect(
      match(
        findings([("aaaaa", "x"), ("bbbbb", "y")]), findings([("bbbbb", "x"), ("aaaaa", "y")]))
        == ["1 → 1, fingerprint", "201 → 201, fingerprint"])
  }

  /// GitHub's hash says which line it is, with or without the source.
  @Test func aLineHashInTheReportStandsForTheSource() {
    let before = [
      sample(line: 10, fingerprints: ["primaryLocationLineHash": "54703d4cd895b18:1"]),
      sample(line: 20, fingerprints: ["primaryLocationLineHash": "180aee12dab6264:1"]),
    ]
    let after = [
      sample(line: 500, fingerprints: ["primaryLocationLineHash": "180aee12dab6264:1"]),
      sample(line: 900, fingerprints: ["primaryLocationLineHash": "54703d4cd895b18:1"]),
    ]
    #expect(match(before, after) == ["10 → 900, context", "20 → 500, context"])
    let read = [sample(line: 700, context: SourceContext(line: 0, following: 0x180_aee1_2dab_6264))]
    #expect(match(before, read) == ["20 → 700, context"])
  }
}
