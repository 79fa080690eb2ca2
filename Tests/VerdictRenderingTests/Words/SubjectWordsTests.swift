import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct SubjectWordsTests {
  @Test(arguments: [
    (makeCheck("coverage.lines"), "coverage.lines"),
    (makeCheck("coverage.lines", component: "critical"), "coverage.lines of critical"),
    (
      makeCheck("coverage.lines", component: "core", code: .newCode),
      "coverage.lines of new code in core"
    ),
    (makeCheck("coverage.lines", code: .changedFiles), "coverage.lines of changed files"),
    (
      makeCheck("findings", from: ["images", "fs"], filter: ["high and above", "new"]),
      "findings, high and above, new, in images and fs"
    ),
    (makeCheck("findings", from: ["fs", "images", "web"]), "findings, in fs, images and web"),
    (makeCheck("benchmark.time", each: "benchmark", item: "a/b"), "benchmark.time a/b"),
    (
      makeCheck("benchmark.time", from: ["rounds", "replay"], each: "benchmark", item: "a/b"),
      "benchmark.time a/b"
    ),
    (
      makeCheck("benchmark.time", filter: ["name 'a*'"], each: "benchmark", item: "a/b"),
      "benchmark.time, name 'a*', a/b"
    ),
    (makeCheck("coverage.lines", each: "component", item: "rust"), "coverage.lines of rust"),
    (
      makeCheck("coverage.lines", component: "core", each: "file", item: "a.rs"),
      "coverage.lines of core, a.rs"
    ),
  ])
  func subjects(check: Check, words: String) {
    #expect(check.subjectWords == words)
  }

  @Test func placesThatNameTheItemMakeItsNameUnnecessary() {
    var check = makeCheck("coverage.lines", component: "core", each: "file", item: "a.rs")
    #expect(check.subjectWordsBesidePlaces == "coverage.lines of core, a.rs")
    check.places = [CheckPlace(path: "a.rs", lines: LineRanges([1]), text: "")]
    #expect(check.subjectWordsBesidePlaces == "coverage.lines of core, each file")
    check.places.append(CheckPlace(path: "b.rs", lines: .none, text: ""))
    #expect(check.subjectWordsBesidePlaces == "coverage.lines of core, a.rs")
  }

  @Test(arguments: [
    (CheckPlace(path: "a.rs", lines: LineRanges([40, 41, 42, 61]), text: ""), "a.rs 40–42, 61"),
    (CheckPlace(path: "a.rs", lines: .none, text: ""), "a.rs"),
    (CheckPlace(path: "a.rs", lines: LineRanges([7]), text: "E1: no"), "E1: no (a.rs 7)"),
    (
      escalated(CheckPlace(path: "a.rs", lines: LineRanges([7]), text: "E1", detail: "no")),
      "E1: no, escalated (a.rs 7)"
    ),
    (CheckPlace(path: nil, lines: .none, text: "Suite › test"), "Suite › test"),
    (CheckPlace(path: nil, lines: .none, text: ""), ""),
  ])
  func places(place: CheckPlace, words: String) {
    #expect(place.words == words)
  }

  @Test func longListsAreCut() {
    let odd = LineRanges(stride(from: 1, through: 99, by: 2))
    #expect(odd.words(atMost: 3) == "1, 3, 5 and 47 more")
    #expect(listed(["a", "b", "c"], atMost: 3) == "a, b, c")
    #expect(listed(["a", "b", "c"], atMost: 1) == "a and 2 more")
  }

  @Test(arguments: [
    (Limit(.min, percent("79.50")), "at least 79.5 %"),
    (Limit(.max, .count(1, .findings)), "at most 1 finding"),
    (Limit(.equals, .count(3, .tests)), "exactly 3 tests"),
    (Limit(.maxDrop, points("2")), "a drop of at most 2 pp"),
    (Limit(.maxRise, .duration(microseconds(10_000))), "a rise of at most 10 ms"),
  ])
  func limits(limit: Limit, words: String) {
    #expect(limit.words == words)
  }
}

private func escalated(_ place: CheckPlace) -> CheckPlace {
  var place = place
  place.state = .escalated
  return place
}
