import TestSupport
import Testing

/// Ways in which a gate could turn green that nobody meant, each judged by the whole program.
@Suite("Each false green")
struct FalseGreenTests {
  @Test(
    "is kept from being one", arguments: FalseGreen.sections.flatMap(\.cases))
  func answer(_ example: FalseGreen) async throws {
    let directory = try TemporaryDirectory()
    if !example.before.isEmpty {
      try await saveBaseline(of: example, in: directory)
    }
    for (name, text) in example.files { try directory.write(text, to: name) }
    if example.files["policy.json"] == nil {
      try directory.write(example.policyText, to: "policy.json")
    }
    let result = try await Program.run(["check"] + example.arguments, in: directory.path)
    #expect(result.status == example.answer.status, "\(result.output)\(result.diagnostics)")
    // However it is broken into lines.
    let words = (result.output + result.diagnostics).split(whereSeparator: \.isWhitespace)
    #expect(words.joined(separator: " ").contains(example.says), "\(words.joined(separator: " "))")
    #expect(example.answer != .warns || result.output.hasPrefix("WARN"), "\(result.output)")
  }

  /// Saves the baseline where other files cannot be taken for those of this run.
  private func saveBaseline(of example: FalseGreen, in directory: TemporaryDirectory) async throws {
    let earlier = try TemporaryDirectory()
    for (name, text) in example.before { try earlier.write(text, to: name) }
    try earlier.write(example.policyText, to: "policy.json")
    let saved = try await Program.run(["baseline", "save"], in: earlier.path)
    #expect(saved.status == 0, "\(saved.diagnostics)")
    try TestFiles.copy(earlier.path + "/.verdict", to: directory.path + "/.verdict")
  }

  @Test("has a name of its own")
  func names() {
    let names = FalseGreen.sections.flatMap(\.cases).map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test("stands in the table, with what others answer")
  func table() throws {
    try expect(Self.tableText, matches: "Fixtures/FalseGreens.md")
  }

  private static var tableText: String {
    var number = 0
    let tables = FalseGreen.sections.map { section in
      let rows = section.cases.map { example in
        number += 1
        let cells = [
          "\(number)", example.name, example.others.isEmpty ? "not asked" : example.others,
          "\(example.answer.rawValue): “\(example.says)”",
        ]
        return "| " + cells.joined(separator: " | ") + " |\n"
      }
      return "\n## \(section.title)\n\n| | what goes wrong | what others answer | verdict |\n"
        + "|---|---|---|---|\n" + rows.joined()
    }
    return """
      # Ways to a green that nobody meant

      Each row is a test: the whole program judges the files of the case and has to give the answer in the
      last column, with these words. The table is written from the list of cases, and compared with it by
      a test.

      What others answer was found by running them on the same (**run**), or read in their source or
      documentation (**read**). They were built for other purposes than a gate, and nothing here says that
      they are bad at these. Versions: sarif-tools 3.0.5, junitparser 5.0.3, junit2html 31.1.4,
      coverage.py 7.17.3, diff-cover 11.0.1, pytest 9.2.0 with pytest-rerunfailures 16.7, bash 5.2,
      jq 1.6, bc 1.07.1, Python 3.11.

      """ + tables.joined()
  }
}
