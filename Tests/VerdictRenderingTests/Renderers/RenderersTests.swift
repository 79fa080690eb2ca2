import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct RenderersTests {
  @Test func theRegistryIsComplete() {
    #expect(Renderers.all.map(\.id) == ["terminal", "markdown", "json"])
    #expect(Set(Renderers.all.map(\.title)).count == Renderers.all.count)
  }

  @Test(arguments: Renderers.all.map(\.id))
  func theSameVerdictGivesTheSameBytes(id: String) throws {
    #expect(try render(id, sampleVerdict) == render(id, sampleVerdict))
  }

  /// Where none does, the digests are not even computed.
  @Test(arguments: Renderers.all.map(\.id))
  func reportsAreNamedByTheirDigestsWhereTheRendererSaysSo(id: String) throws {
    let digest = String(repeating: "5a", count: 32)
    var verdict = sampleVerdict
    verdict.provenance = Provenance(
      invocation: Invocation(policy: "policy.json", now: Moment(seconds: 0)),
      inputs: [InputFile(.report, report: "unit", path: "unit.xml", sha256: digest)])
    #expect(try render(id, verdict).contains(digest.prefix(12)) == renderer(id).namesReports)
  }
}
