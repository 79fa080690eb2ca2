import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("The catalogue of metrics")
struct MetricsTests {
  @Test("ids are unique, lower-case and found by name")
  func ids() {
    let ids = Metrics.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.allSatisfy { $0.isLowercase || $0 == "." })
      #expect(Metrics.named(id)?.id == id)
    }
  }

  @Test("every metric says what it is and shows it", arguments: Metrics.all.map(\.id))
  func documented(id: String) throws {
    let metric = try #require(Metrics.named(id))
    #expect(!metric.summary.isEmpty)
    #expect(!metric.examples.isEmpty)
    #expect(!metric.requiresEach || !metric.eaches.isEmpty)
  }

  @Test("the examples are true", arguments: Metrics.all.map(\.id))
  func examples(id: String) throws {
    for example in try #require(Metrics.named(id)).examples {
      let answers = try checks(
        example.rule, head: example.head, age: example.age, baseline: example.baseline)
      #expect(answers.map(\.status) == [example.answer], "\(example.says)")
    }
  }
}
