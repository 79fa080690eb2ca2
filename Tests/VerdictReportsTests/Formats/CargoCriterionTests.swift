import TestSupport
import Testing
import VerdictModel

@testable import VerdictReports

struct CargoCriterionTests {
  private func read(_ text: String, pieces size: Int = 64 * 1024) throws(ReportError) -> Report {
    try TextReports.read(text, as: .cargoCriterion, pieces: size)
  }

  /// A message with 10, 12, 10 and 11 units for each iteration.
  private static func complete(
    _ id: String, directory: String? = nil, unit: String = "ns", throughput: String = "[]",
    values: String = "[10.0, 24.0, 40.0, 88.0]", mean: String = "10.75", change: String = "null"
  ) -> String {
    let reports = "/w/target/criterion/reports/" + (directory ?? id)
    return [
      #"{"reason":"benchmark-complete","id":"\#(id)","report_directory":"\#(reports)","#,
      #""iteration_count":[1,2,4,8],"measured_values":\#(values),"unit":"\#(unit)","#,
      #""throughput":\#(throughput),"typical":{"estimate":10.8,"unit":"\#(unit)"},"#,
      #""mean":{"estimate":\#(mean),"lower_bound":1,"upper_bound":20,"unit":"\#(unit)"},"#,
      #""median":{"estimate":10.5,"unit":"\#(unit)"},"#,
      #""median_abs_dev":{"estimate":0.7413,"unit":"\#(unit)"},"slope":null,"change":\#(change)}"#,
    ].joined()
  }

  private static func group(_ benchmarks: String...) -> String {
    let list = benchmarks.map { "\"\($0)\"" }.joined(separator: ",")
    return #"{"reason":"group-complete","group_name":"g","benchmarks":[\#(list)]}"#
  }

  private static let run = [complete("g/a"), complete("g/b"), group("g/a", "g/b"), ""]
    .joined(separator: "\n")

  @Test(arguments: [1, 2, 3, 7, 4096])
  func readsMessagesHoweverTheyAreCut(size: Int) throws {
    let text = Self.complete("g/a", throughput: #"[{"per_iteration":1024,"unit":"elements"}]"#)
    let report = try read(text + "\n" + Self.group("g/a") + "\n", pieces: size)
    #expect(report.format == "cargo-criterion")
    #expect(report.incomplete == [])
    #expect(report.noticeTexts == [])
    #expect(report.damage == nil)
    #expect(
      report.benchmarks == [
        Benchmark(
          id: "g/a", name: "g/a", throughput: Throughput(amount: 1024, unit: "elements"),
          statistics: BenchmarkStatistics(
            samples: 4, mean: Picoseconds(10_750), median: Picoseconds(10_500),
            fifthPercentile: Picoseconds(10_000), standardDeviation: Picoseconds(957)))
      ])
  }

  /// Both come from the same benchmarks, though not from the same run.
  @Test func messagesAndTreesNameBenchmarksAlike() throws {
    let path = "Fixtures/Reports/cargo-criterion/valid/cargo-criterion-1.1.0-main.json"
    let messages = try TextReports.read(TestFiles.bytes(path), as: nil)
    let tree = try #require(CriterionTree.read("criterion-0.3.6-main"))
    #expect(messages.noticeTexts == [])
    #expect(messages.incomplete == [])
    #expect(messages.benchmarks.map(\.id) == tree.benchmarks.map(\.id))
    #expect(messages.benchmarks.map(\.name) == tree.benchmarks.map(\.name))
    #expect(messages.benchmarks.map(\.throughput) == tree.benchmarks.map(\.throughput))
    #expect(messages.benchmarks.map(\.statistics.samples) == Array(repeating: 20, count: 6))
    #expect(
      messages.benchmarks.map { $0.statistics.median.count / 1000 } == [
        232, 177, 7930, 686, 389, 490,
      ])
  }

  /// The group lists what was measured in an older run, too.
  @Test func whatWasLeftOutOfARunIsNoticed() throws {
    let path = "Fixtures/Reports/cargo-criterion/valid/cargo-criterion-1.1.0-filtered.json"
    let report = try TextReports.read(TestFiles.bytes(path), as: nil)
    #expect(report.benchmarks.map(\.id) == ["order_path/insert"])
    #expect(report.incomplete == [])
    #expect(
      report.noticeTexts == ["2: a benchmark that its group knows was not measured (5 times)"])
  }

  @Test func aChangeIsNotRead() throws {
    let change = #"{"mean":{"estimate":3.4228,"unit":"%"},"change":"Regressed"}"#
    let text = Self.complete("a", change: change) + Self.group("a")
    #expect(try read(text).benchmarks == read(Self.complete("a") + Self.group("a")).benchmarks)
  }

  // MARK: - Identity

  @Test(arguments: [
    ("/w/target/criterion/reports/sort/100", "sort/100"),
    (#"C:\\w\\target\\criterion\\reports\\sort\\100"#, "sort/100"),
    ("crit/reports/reports/x", "reports/x"),
    ("/home/criterion/reports/target/criterion/reports/x", "x"),
    ("", "title"), ("/w/x", "title"),
  ])
  func theDirectoryIsTheIdentity(directory: String, id: String) throws {
    let message = Self.complete("title").replacing(
      "/w/target/criterion/reports/title", with: directory)
    let report = try read(message + Self.group("title"))
    #expect(report.benchmarks.map(\.id) == [id])
    #expect(report.benchmarks.map(\.name) == ["title"])
  }

  @Test func cutTitlesAreToldApart() throws {
    let title = String(repeating: "x", count: 100) + "..."
    let text =
      Self.complete(title, directory: "x") + Self.complete(title + " #2", directory: "x_2")
      + Self.group(title, title + " #2")
    let report = try read(text)
    #expect(report.benchmarks.map(\.id) == ["x", "x_2"])
    #expect(report.benchmarks.map(\.name) == [title, title + " #2"])
    #expect(report.incomplete == [])
  }

  @Test func ofTwoRunsTheSlowerCounts() throws {
    let slower = Self.complete("a", values: "[20, 48, 80, 176]", mean: "21.5").replacing(
      "10.5", with: "21"
    ).replacing("0.7413", with: "1.4826")
    let report = try read(slower + Self.group("a") + "\n" + Self.complete("a") + Self.group("a"))
    #expect(report.benchmarks.map(\.statistics.median.count) == [21_000])
    #expect(report.noticeTexts == ["of a benchmark that is there twice the slower one counts"])
  }

  // MARK: - Values

  @Test(arguments: [
    ("ps", 11), ("ns", 10_750), ("us", 10_750_000), ("µs", 10_750_000), ("ms", 10_750_000_000),
    ("s", 10_750_000_000_000),
  ])
  func timesHaveUnits(unit: String, mean: Int64) throws {
    let report = try read(Self.complete("a", unit: unit) + Self.group("a"))
    #expect(report.benchmarks.map(\.statistics.mean.count) == [mean])
    #expect(report.noticeTexts == [])
  }

  @Test(arguments: [
    (complete("b", unit: "cycles"), "'b' is measured in 'cycles', expected a unit of time"),
    (
      complete("b").replacing("\"unit\"", with: "\"id\": \"c\", \"unit\"", maxReplacements: 1),
      "the message on line 1 has the key 'id' twice"
    ),
    (complete("b", unit: ""), "'b' is measured in '', expected a unit of time"),
    (complete("b", values: "[1, 2, 3]"), unusable),
    (complete("b", values: "[1, 2, 3, -4]"), unusable),
    (complete("b", values: "[1, 2, 3, null]"), unusable),
    (complete("b", values: "[]"), unusable), (complete("b", values: "{}"), unusable),
    (complete("b", values: "[1e300, 1e300, 1, 1]"), "'b' has times that are out of range"),
  ])
  func oneBadBenchmarkHidesNothingElse(bad: String, reason: String) throws {
    let text = Self.complete("a") + bad + Self.complete("c") + Self.group("a", "b", "c")
    let report = try read(text)
    #expect(report.benchmarks.map(\.id) == ["a", "c"])
    #expect(report.incomplete == [reason])
  }

  private static let unusable = "'b' needs as many values as iterations, none of them negative"

  @Test func estimatesThatContradictTheirValuesAreNoticed() throws {
    let report = try read(Self.complete("a", mean: "10.76") + Self.group("a"))
    #expect(report.benchmarks.map(\.statistics.mean.count) == [10_750])
    #expect(report.noticeTexts == ["'a': the mean is not that of its values"])
  }

  @Test(arguments: [
    ("[]", nil, []), ("null", nil, []),
    (#"[{"per_iteration":8,"unit":"bytes"}]"#, Throughput(amount: 8, unit: "bytes"), []),
    (
      #"[{"per_iteration":8,"unit":"elements"},{"per_iteration":9,"unit":"bytes"}]"#,
      Throughput(amount: 8, unit: "elements"), []
    ),
    (
      #"[{"per_iteration":8,"unit":"bananas"}]"#, nil,
      ["a throughput of unknown kind is ignored"]
    ),
  ])
  func throughputIsAList(json: String, throughput: Throughput?, notices: [String]) throws {
    let report = try read(Self.complete("a", throughput: json) + Self.group("a"))
    #expect(report.benchmarks.map(\.throughput) == [throughput])
    #expect(report.noticeTexts == notices)
  }

  // MARK: - Streams

  @Test func messagesMayBePrintedPrettilyAndPutIntoAList() throws {
    let pretty = Self.run.replacing(",", with: ",\n  ").replacing("{", with: "{\n").replacing(
      ":", with: " : ")
    let list = "[\n" + Self.run.split(separator: "\n").joined(separator: ",\n") + "\n]\n"
    for text in [pretty, list, Self.run.replacing("\n", with: ""), "\u{FEFF}" + pretty] {
      let report = try read(text.replacing("/w/target", with: "w"))
      #expect(report.benchmarks.map(\.id) == ["g/a", "g/b"])
      #expect(report.incomplete == [])
      #expect(report.noticeTexts == [])
      #expect(TextReports.recognised(Array(text.utf8)) == "cargo-criterion")
    }
  }

  @Test func otherTextIsIgnored() throws {
    let text = """
      Gnuplot not found { "a": [
      2024-01-01T00:00:00Z \(Self.complete("g/a"))
      {"reason":"compiler-artifact","fresh":true}
      {"level": "info"} and {more}
      hello\(Self.complete("g/b")) bye
      \(Self.group("g/a", "g/b"))
      """
    for size in [1, 4096] {
      let report = try read(text, pieces: size)
      #expect(report.benchmarks.map(\.id) == ["g/a", "g/b"])
      #expect(report.incomplete == [])
      #expect(report.damage == nil)
      #expect(report.noticeTexts == ["1: text that is no message is ignored (5 times)"])
    }
  }

  @Test(arguments: [
    (complete("g/a"), "the run stopped in the group of 'g/a'"),
    (run + complete("h/b") + complete("h/a"), "the run stopped in the group of 'h/a', 'h/b'"),
    (run + #"{"reason":"benchmark-complete"}"#, nameless),
    (run + #"{"reason":"group-complete"}"#, nameless),
  ])
  func whatIsMissingMakesTheRunIncomplete(text: String, reason: String) throws {
    let report = try read(text)
    #expect(report.incomplete == [reason])
    #expect(!report.benchmarks.isEmpty)
    #expect(report.damage == nil)
  }

  private static let nameless = "the message on line 4 has neither an id nor a list of benchmarks"

  @Test(arguments: [
    (#"{"reason":"benchmark-co"#, "4:11: not valid JSON: unterminated string, expected '\"'"),
    ("{", "4:2: the file ends too early, expected a key in quotes or '}'"),
    ("x {\"reason\"\n: [1,\n", "6:1: the file ends too early, expected a value"),
    ("x {\"reason\" 1}", "4:13: not valid JSON: found '1', expected ':'"),
    ("{\"a\"}\n", "4:5: not valid JSON: found '}', expected ':'"),
  ])
  func keepsWhatStandsBeforeDamage(rest: String, words: String) throws {
    for size in [1, 4096] {
      let report = try read(Self.run + rest, pieces: size)
      #expect(report.benchmarks.map(\.id) == ["g/a", "g/b"])
      #expect(report.damage?.description == words)
    }
  }

  @Test func aMessageIsOfLimitedSize() throws {
    let endless = Self.run + "{" + String(repeating: "   \n", count: 4 << 20)
    #expect(
      try read(endless).damage?.description
        == "4:1: the size of a message in bytes exceeds the limit of 16777216")
  }

  @Test(arguments: ["hello\n", "{}", #"{"reason":"build-finished"}"#])
  func aStreamWithoutBenchmarksIsEmpty(text: String) throws {
    #expect(try read(text).content.isEmpty)
  }

  @Test(arguments: [
    (run, "cargo-criterion"),
    (#"{"reason":"benchmark-complete","id":"a","iteration_count":[1,2"#, "cargo-criterion"),
    ("warming up\n" + group("a"), "cargo-criterion"),
    (#"{"id": "a", "reason": "group-complete"}"#, "cargo-criterion"),
    (#"{"reason":"compiler-artifact"}"# + "\n" + #"{"reason":"build-finished"}"#, nil),
    (#"{"a": {"reason": "benchmark-complete"}}"#, nil),
    (#"{"reason": ["benchmark-complete"]}"#, nil),
    ("benchmark-complete", nil),
    (#"<testsuite><system-out>{"reason":"group-complete"}</system-out></testsuite>"#, "junit"),
  ])
  func recognisesMessages(text: String, format: String?) {
    #expect(TextReports.recognised(Array(text.utf8)) == format)
  }
}
