import Testing
import VerdictModel

/// The files and hashes with which codeql-action tests its own implementation.
@Suite struct LineHashTests {
  static let files: [(text: String, hashes: [String])] = [
    ("", ["c129715d7a2bc9a3:1"]),
    (
      " a\nb\n  \t\tc\n d",
      ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]
    ),
    (" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", greetings),
    (" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", greetings),
    (" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", greetings),
    (
      String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10),
      (1...6).map { "a7f2ff13bc495cf2:\($0)" } + [
        "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1",
        "c129715d7a2bc9a3:1",
      ]
    ),
    (
      "x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n",
      [
        "e54938cc54b302f1:1", "bb609acbe9138d60:1", "1131fd5871777f34:1", "5c482a0f8b35ea28:1",
        "54517377da7028d2:1", "2c644846cb18d53e:1", "f1b89f20de0d133:1", "c129715d7a2bc9a3:1",
      ]
    ),
  ]

  private static let greetings = [
    "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
    "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
  ]

  @Test(arguments: files)
  func isThatOfGitHub(text: String, hashes: [String]) {
    var counts: [UInt64: Int] = [:]
    let written = LineHash.values(of: text.utf16).map { hash in
      counts[hash, default: 0] += 1
      return "\(String(hash, radix: 16)):\(counts[hash] ?? 0)"
    }
    #expect(written == hashes)
  }

  @Test(arguments: files)
  func readsWhatGitHubWrites(text: String, hashes: [String]) {
    #expect(hashes.map(LineHash.value) == LineHash.values(of: text.utf16))
  }

  @Test(arguments: [
    "", ":1", "54703d4cd895b18", "54703d4cd895b18:", "xyz:1", "1ffffffffffffffff:1", "+1:1", "-1:1",
  ])
  func refusesEverythingElse(text: String) {
    #expect(LineHash.value(ofFingerprint: text) == nil)
  }
}
