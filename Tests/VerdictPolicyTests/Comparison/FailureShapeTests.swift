import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("A failure")
struct FailureShapeTests {
  private func result(_ message: String?, type: String = "") -> TestResult {
    TestResult(
      identity: TestIdentity(suite: "", className: "C", name: "x"), outcome: .failed,
      duration: nil,
      details: message.map {
        TestDetails(message: $0, type: type, body: "body", file: nil, line: nil)
      })
  }

  @Test(
    "is the same whatever differs from run to run",
    arguments: [
      ("assert 1 == 2", "assert 10 == 11"),
      (
        "no answer after 5.2s at 2026-01-02T03:04:05Z",
        "no answer after 15.9s at 2026-11-12T13:14:15Z"
      ),
      ("Object Foo@1a2b3c4d is null", "Object Foo@9f8e is null"),
      ("at 0x7ffe1234abcd", "at 0x16d3c"),
      ("no file '/tmp/pytest-3/test_a0/x.txt'", "no file '/var/folders/q1/zz/x.txt'"),
      ("order 6ba7b810-9dad-11d1-80b4 is gone", "order 7c9e6679-7425-40de-944b is gone"),
      ("line one\nassert 1", "line one\nassert what"),
    ])
  func same(before: String, after: String) {
    #expect(!result(after).failsDifferently(from: result(before)), "\(before)")
  }

  @Test(
    "is another one with other words, or none",
    arguments: [
      ("assert 1 == 2", "assert 1 != 2"), ("AssertionError", "TimeoutError"), ("", "boom"),
      ("boom", nil), ("/tmp/a/b", "a/b"),
    ] as [(String?, String?)])
  func different(before: String?, after: String?) {
    #expect(result(after).failsDifferently(from: result(before)))
    #expect(result(before).failsDifferently(from: result(after)))
  }

  @Test("is another one of another type")
  func type() {
    #expect(result("x", type: "A").failsDifferently(from: result("x", type: "B")))
    #expect(!result(nil).failsDifferently(from: result("")))
  }
}
