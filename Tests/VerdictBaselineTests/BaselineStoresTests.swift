import Testing
import VerdictBaseline

@Suite struct BaselineStoresTests {
  @Test(arguments: [
    (
      "baseline.json",
      "'baseline.json' is no baseline store, expected 'file:.verdict/baseline.json'"
    ),
    ("file:", "'file:' is no baseline store, expected 'file:.verdict/baseline.json'"),
    ("fil:x", "unknown baseline store 'fil', did you mean 'file'?"),
    ("s3:x", "unknown baseline store 's3', known are file"),
  ])
  func refusesWhatIsNotRegistered(reference: String, words: String) {
    let error = #expect(throws: BaselineError.self) {
      _ = try BaselineStores.store(named: reference, in: ".")
    }
    #expect(error?.description == words)
  }
}
