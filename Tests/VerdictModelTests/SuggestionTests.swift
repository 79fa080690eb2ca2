import Testing
import VerdictModel

@Suite("Did you mean")
struct SuggestionTests {
  @Test(
    "the nearest name, if it is near",
    arguments: [
      ("coverage.lin", "coverage.lines"), ("mrege", "merge"), ("Merge", "merge"), ("min", nil),
      ("zzz", nil),
    ])
  func suggestion(word: String, answer: String?) {
    #expect(nearest(to: word, among: ["coverage.lines", "merge", "staging"]) == answer)
  }
}
