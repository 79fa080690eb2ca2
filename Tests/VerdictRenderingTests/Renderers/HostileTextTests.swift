import Testing
import VerdictModel

@testable import VerdictRendering

/// What every output promises, whatever the reports say.
@Suite struct HostileTextTests {
  private func render(_ id: String, _ text: String, color: Bool = false) throws -> String {
    let document = VerdictDocument(makeHostileVerdict(text), version: text, generated: text)
    return try renderer(id).render(document, RenderOptions(width: 80, color: color))
  }

  @Test(arguments: Renderers.all.map(\.id), hostileTexts)
  func nothingIsHiddenAndNothingCommanded(id: String, text: String) throws {
    let output = try render(id, text)
    #expect(isHarmless(output))
    #expect(output.hasSuffix("\n"))
  }

  @Test(arguments: hostileTexts)
  func terminalLinesFitTheWidth(text: String) throws {
    for line in try render("terminal", text).split(separator: "\n") {
      #expect(String(line).displayWidth <= 80)
    }
  }

  @Test(arguments: hostileTexts)
  func colourIsTheOnlyControl(text: String) throws {
    let allowed = ["", "[1m", "[31m", "[32m", "[33m", "[0m"]
    for part in try render("terminal", text, color: true).split(separator: "\u{1B}").dropFirst() {
      #expect(allowed.contains { !$0.isEmpty && part.hasPrefix($0) })
    }
  }

  @Test(arguments: hostileTexts)
  func commentsHaveOnlyTheTagsOfTheRenderer(text: String) throws {
    let output = try render("markdown", text)
    let tags = [
      "!-- verdict ", "details>", "/details>", "summary>", "/summary>", "code>", "/code>", "sub>",
      "/sub>",
    ]
    for part in output.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      #expect(tags.contains { part.hasPrefix($0) })
    }
    #expect(output.split(separator: "<!--", omittingEmptySubsequences: false).count == 2)
    #expect(output.split(separator: "-->", omittingEmptySubsequences: false).count == 2)
    #expect(output.hasPrefix("<!-- verdict "))
    #expect(
      output.split(separator: "<details>").count == output.split(separator: "</details>").count)
    #expect(!output.utf8.contains(UInt8(ascii: "@")))
    #expect(!output.utf8.contains(UInt8(ascii: "`")))
    #expect(!output.utf8.contains("://".utf8))
    #expect(output.utf8.count < 60_000)
  }

  /// The lines are those of a harmless text: nothing adds a heading, a cell, an item or a fence.
  @Test(arguments: hostileTexts.filter { !$0.isEmpty })
  func commentsKeepTheirStructure(text: String) throws {
    /// The marks at the beginning of each line, and how many cells there are.
    func skeleton(_ output: String) -> [String] {
      output.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        let marks = line.unicodeScalars.prefix { "-|#<>*+=~".unicodeScalars.contains($0) }
        return "\(String(marks)) \(line.utf8.count { $0 == UInt8(ascii: "|") })"
      }
    }
    let short = String(text.unicodeScalars.prefix(20))
    let hostile = try skeleton(render("markdown", short))
    let harmless = try skeleton(render("markdown", "harmless"))
    #expect(hostile == harmless)
  }
}
