import TestSupport
import Testing
import VerdictBaseline
import VerdictModel
import VerdictRendering
import VerdictReports

@testable import VerdictPolicy
@testable import verdict

/// The README is true: its tables are the program's own lists, its commands run as shown.
@Suite("README")
struct ReadmeTests {
  @Test("lists the formats")
  func formats() throws {
    try expectTable(
      after: "### Formats",
      ReportFormats.all.map { ["`\($0.id)`", $0.title, $0.evidence.rawValue, $0.producers] })
  }

  @Test("lists the metrics")
  func metrics() throws {
    try expectTable(after: "### Metrics", Metrics.all.map { ["`\($0.id)`", $0.summary] })
  }

  @Test("explains every key of a policy, and no other")
  func keys() throws {
    let whereKeys = Set(FindingFilter.keys + ItemFilter.keys(of: .tests)).sorted()
    let expected =
      Self.rows("policy", PolicyReader.policyKeys.filter { $0 != "$schema" })
      + Self.rows("extends", BaseReference.keys)
      + Self.rows("report", PolicyReader.reportKeys) + Self.rows("gate", PolicyReader.gateKeys)
      + Self.rows("rule", RuleReader.keys.filter { !AbsenceActions.keys.contains($0) })
      + Self.rows("where", whereKeys) + Self.rows("trust", TrustRules.keys)
      + Self.rows("absence", AbsenceActions.keys) + Self.rows("waivers", WaiverSettings.keys)
      + Self.rows("waiver", WaiverReader.waiverKeys.filter { $0 != "match" })
      + Self.rows("match", WaiverScopeReader.keys)
    let cells = try Self.table(after: "### Keys of a policy").map { Array($0.prefix(2)) }
    #expect(cells.sorted(by: <) == expected.sorted(by: <))
  }

  @Test("says of the keys what the schemas say")
  func words() throws {
    for cells in try Self.table(after: "### Keys of a policy") {
      let key = cells[1].filter { $0 != "`" }
      // The README has the tables of formats and metrics below, a schema has not.
      let words = cells[2].replacing(" below", with: "")
      #expect(SchemaWords.describe(key, in: cells[0]) == words)
    }
  }

  private static func rows(_ place: String, _ keys: [String]) -> [[String]] {
    keys.map { [place, "`\($0)`"] }
  }

  @Test("shows a policy that can be read")
  func policy() throws {
    let formats = Dictionary(
      uniqueKeysWithValues: ReportFormats.all.map { ($0.id, $0.evidence) })
    let example = try #require(Self.blocks("jsonc").first)
    #expect(try PolicyReader(formats: formats).read(Array(example.utf8)).gates.count == 3)
  }

  @Test("lists the presets")
  func presets() throws {
    try expectTable(
      after: "### Extending policies", Presets.all.map { ["`\($0.id)`", $0.summary] })
  }

  @Test("shows a policy that can be extended")
  func extending() throws {
    let formats = Dictionary(
      uniqueKeysWithValues: ReportFormats.all.map { ($0.id, $0.evidence) })
    let example = try #require(Self.blocks("jsonc").first { $0.contains("\"extends\"") })
    let coverage = try #require(
      try PolicyReader(formats: formats).read(Array(example.utf8)).gates.first {
        $0.id == "coverage"
      })
    #expect(coverage.rules.flatMap(\.limits).map(\.text).contains("maxDrop 1pp"))
    #expect(coverage.rules.count == 3)
  }

  @Test("shows tests that its policy passes")
  func policyTests() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(try #require(Self.blocks("jsonc").first), to: "policy.json")
    let tests = try #require(Self.blocks("json").first { $0.contains("\"expect\"") })
    try directory.write(tests, to: "policy.tests.json")
    let result = try await Program.run(["policy", "test"], in: directory.path)
    #expect(result.output.contains("3 of 3 tests of policy.tests.json as expected"))
    #expect(result.status == 0, "\(result.output)\(result.diagnostics)")
  }

  @Test("lists the outputs")
  func outputs() throws {
    try expectTable(after: "### Outputs", Renderers.all.map { ["`\($0.id)`", $0.title] })
  }

  @Test("lists the baseline stores")
  func stores() throws {
    try expectTable(
      after: "### Baseline stores", BaselineStores.all.map { ["`\($0.example)`", $0.title] })
  }

  @Test("lists the exit statuses")
  func exitStatuses() throws {
    try expectTable(
      after: "### Exit status", ExitStatus.allCases.map { ["\($0.rawValue)", $0.meaning] })
  }

  /// One `$ command` of a `console` block with the output that is shown below it.
  struct Session: Sendable, CustomTestStringConvertible {
    var command: String
    var output: String
    var testDescription: String { command }
  }

  static let sessions: [Session] = {
    var sessions: [Session] = []
    for block in blocks("console") {
      for line in block.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("$ ") {
          sessions.append(Session(command: String(line.dropFirst(2)), output: ""))
        } else if !sessions.isEmpty {
          sessions[sessions.count - 1].output += line + "\n"
        }
      }
    }
    return sessions
  }()

  @Test("shows what the program prints", arguments: sessions)
  func session(session: Session) async throws {
    let words = session.command.split(separator: " ").map(String.init)
    #expect(words.first == "verdict")
    let result = try await Program.run(
      Array(words.dropFirst()), in: "Fixtures/Examples/pull-request")
    // A line of its own, `…` stands for lines that are left out.
    var printed = (result.output + result.diagnostics).lines[...]
    var isLeftOut = false
    for line in session.output.lines {
      guard line != "…" else {
        isLeftOut = true
        continue
      }
      if isLeftOut { printed = printed.drop { $0 != line } }
      isLeftOut = false
      #expect(printed.popFirst() == line)
    }
    #expect(printed.isEmpty || isLeftOut)
  }

  @Test("there is a tour")
  func tour() {
    #expect(Self.sessions.count >= 3)
  }

  @Test("names make targets that there are")
  func makeTargets() throws {
    let makefile = try TestFiles.text("Makefile")
    let commands = Self.blocks("sh").flatMap { $0.split(separator: "\n") }
    let targets = commands.filter { $0.hasPrefix("make ") }.map { $0.split(separator: " ")[1] }
    #expect(targets.contains("run") && targets.contains("test"))
    for target in targets {
      #expect(makefile.contains("\n\(target):"), "make \(target)")
    }
    for command in commands where command.hasPrefix("verdict ") {
      #expect(
        command.wholeMatch(
          of:
            /verdict (check|inspect|collect|baseline|trend|compare|calibrate|explain|policy|verify)\b.*/
        ) != nil)
    }
  }

  // MARK: - Reading the README

  private static let text = (try? TestFiles.text("README.md")) ?? ""

  /// The contents of fenced blocks of a language.
  private static func blocks(_ language: String) -> [String] {
    text.components(between: "\n```\(language)\n", and: "```")
  }

  /// The cells of the first table after a heading, without its head.
  private static func table(after heading: String) throws -> [[String]] {
    let section = try #require(text.components(between: "\n\(heading)\n", and: "\n#").first)
    let rows = section.split(separator: "\n").drop { !$0.hasPrefix("|") }.prefix {
      $0.hasPrefix("|")
    }
    return rows.dropFirst(2).map { row in row.split(separator: "|").map(\.trimmingBlanks) }
  }

  private func expectTable(
    after heading: String, _ expected: [[String]],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try Self.table(after: heading) == expected, sourceLocation: sourceLocation)
  }
}

/// Rows in the order of their cells.
private func < (left: [String], right: [String]) -> Bool {
  left.lexicographicallyPrecedes(right)
}

extension String {
  /// The texts between each opening and the next closing.
  fileprivate func components(between opening: String, and closing: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let start = rest.firstRange(of: opening) {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: closing) else {
        found.append(String(rest))
        break
      }
      found.append(String(rest[..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return found
  }

  /// Without blank ones at the end.
  fileprivate var lines: [Substring] {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
