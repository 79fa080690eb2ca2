import Testing

@testable import VerdictPolicy

@Suite("Paths of policies")
struct PolicyPathTests {
  @Test(
    "lead from one file to another",
    arguments: [
      ("policy.json", "base.json", "base.json"), ("policy.json", "./a//b.json", "a/b.json"),
      ("ci/policy.json", "../base/b.json", "base/b.json"),
      ("policy.json", "../b.json", "../b.json"),
      ("../x/policy.json", "../../b.json", "../../b.json"),
      ("/a/policy.json", "../b.json", "/b.json"),
      ("/a/policy.json", "../../../b.json", "/b.json"), ("a/policy.json", "..", "."),
    ])
  func resolving(from: String, reference: String, expected: String) {
    #expect(PolicyPath(from).resolving(reference).text == expected)
  }

  @Test("know how far up they lead, and where they stop")
  func stops() {
    let path = PolicyPath("a/../../base/./policy.json")
    #expect(path.levelsUp == 1)
    #expect(path.stops == ["../base", "../base/policy.json"])
  }
}
