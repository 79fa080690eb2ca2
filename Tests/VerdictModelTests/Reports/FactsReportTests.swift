import Testing
import VerdictModel

@Suite struct FactsReportTests {
  @Test func theOrderOfFilesDoesNotShow() {
    let one = FactsReport(facts: [
      Fact(key: "b", value: .text("success")), Fact(key: "a", value: .boolean(true)),
    ])
    let two = FactsReport(facts: [
      Fact(key: "b", value: .text("failure")), Fact(key: "a", value: .boolean(true)),
    ])
    #expect(one.merged(with: two) == two.merged(with: one))
    #expect(one.merged(with: two).values(of: "a") == [.boolean(true)])
    #expect(one.merged(with: two).values(of: "b") == [.text("failure"), .text("success")])
    #expect(one.values(of: "c").isEmpty)
  }
}
