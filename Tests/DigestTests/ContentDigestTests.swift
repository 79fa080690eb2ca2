import Digest
import Testing

@Suite("SHA-256")
struct ContentDigestTests {
  /// From NIST's examples for FIPS 180-4.
  static let examples = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ]

  @Test("is what the standard says", arguments: examples)
  func example(text: String, expected: String) {
    #expect(ContentDigest.hex(of: Array(text.utf8)) == expected)
  }

  @Test("of many pieces is that of the whole")
  func pieces() {
    var digest = ContentDigest()
    for _ in 0..<1000 { digest.append(Array(repeating: UInt8(ascii: "a"), count: 1000)) }
    #expect(
      digest.hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("in the background is the same", arguments: [0, 1, 17, 1000])
  func background(pieces: Int) {
    var expected = ContentDigest()
    let digest = BackgroundDigest()
    for index in 0..<pieces {
      let piece = Array(repeating: UInt8(index & 0xFF), count: index)
      expected.append(piece)
      digest.append(piece)
    }
    #expect(digest.hex == expected.hex)
  }
}
