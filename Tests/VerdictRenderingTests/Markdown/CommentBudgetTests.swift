import Testing

@testable import VerdictRendering

@Suite struct CommentBudgetTests {
  private let parts = [
    CommentPart(name: "a", rank: 2, markup: "aaaa", checks: 3),
    CommentPart(name: "b", rank: 1, markup: "bbbb"),
    CommentPart(name: "c", rank: 3, markup: "c"),
  ]

  @Test(arguments: [
    (9, "aaaabbbbc", ""), (8, "aaaabbbb", "c"), (5, "bbbbc", "a"), (3, "c", "ab"), (0, "", "abc"),
  ])
  func theMostImportantPartsAreKeptWhole(bytes: Int, kept: String, dropped: String) {
    let result = CommentBudget.fit(parts, into: bytes)
    #expect(result.kept.map(\.markup).joined().source == kept)
    #expect(result.dropped.map(\.name).joined() == dropped)
  }

  @Test func linesAfterOneThatDoesNotFitAreCounted() {
    var lines = BoundedLines("ab", bytes: 5)
    for line in ["cd", "efgh", "i"] as [Markup] { lines.add(line) }
    #expect(lines.markup.source == "abcd")
    #expect(lines.leftOut == 2)
  }
}
