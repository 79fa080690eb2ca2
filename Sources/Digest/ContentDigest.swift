import Crypto

/// The SHA-256 (FIPS 180-4) of bytes that come in pieces.
package struct ContentDigest: Sendable {
  private var hash = SHA256()

  package init() {}

  /// The digest of bytes that are all there: 64 lower-case hexadecimal digits, as `sha256sum`
  /// prints them.
  package static func hex(of bytes: [UInt8]) -> String {
    var digest = Self()
    digest.append(bytes)
    return digest.hex
  }

  /// Takes the next bytes, cut anywhere.
  package mutating func append(_ bytes: [UInt8]) {
    hash.update(data: bytes)
  }

  /// The digest of everything so far: 64 lower-case hexadecimal digits.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
