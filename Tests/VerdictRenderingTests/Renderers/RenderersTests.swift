import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct RenderersTests {
  @Test func theRegistryIsComplete() {
    #expect(Renderers.all.map(\.id) == ["terminal", "markdown", "json"])
    #expect(Set(Renderers.all.map(\.title)).count == Renderers.all.count)
  }

  @Test func aNameIsLookedUp() throws {
    #expect(try Renderers.named("json").id == "json")
  }

  @Test(arguments: [
    ("markdwn", "unknown output 'markdwn', did you mean 'markdown'?"),
    ("html", "unknown output 'html', expected one of terminal, markdown, json"),
  ])
  func anUnknownNameIsRefused(id: String, words: String) {
    let error = #expect(throws: UnknownRenderer.self) { try Renderers.named(id) }
    #expect(error?.description == words)
  }

  @Test(arguments: Renderers.all.map(\.id))
  func theSameVerdictGivesTheSameBytes(id: String) throws {
    #expect(try render(id, sampleVerdict) == render(id, sampleVerdict))
  }
}
