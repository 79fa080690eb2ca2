import Testing
import VerdictModel

@Suite("Fingerprints")
struct FingerprintsTests {
  @Test("of several of one name the first one is taken")
  func first() {
    let fingerprints = Fingerprints([
      Fingerprints.Entry(name: "b", value: "1"), Fingerprints.Entry(name: "a", value: "2"),
      Fingerprints.Entry(name: "b", value: "3"),
    ])
    #expect(fingerprints.values == ["a": "2", "b": "1"])
    #expect(fingerprints == Fingerprints(["b": "1", "a": "2"]))
    #expect(fingerprints == ["a": "2", "b": "1"])
  }

  @Test("there may be none")
  func none() {
    #expect(Fingerprints([Fingerprints.Entry]()).isEmpty)
    #expect(!Fingerprints([Fingerprints.Entry(name: "a", value: "")]).isEmpty)
  }
}
