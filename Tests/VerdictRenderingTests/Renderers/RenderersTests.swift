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
}
