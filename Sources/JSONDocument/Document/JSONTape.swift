/// The tape that simdjson writes when it reads a text (simdjson's doc/tape.md).
///
/// It belongs to the parser, and is good until the parser reads another text.
///
/// The tape is a list of 64-bit words, a value's type in the top 8 bits and its payload below:
///
///     r             the text begins: its value follows
///     {  [          payload: bits 0 … 31 the index after the matching } or ]
///     "             payload: where in the string buffer: length (4 bytes), bytes, NUL
///     l  u  d       the next word is an Int64, a UInt64 or a Double
///     t  f  n       true, false, null
///
/// The members of an object follow its `{` in turns, key (a string) and value; the elements of an
/// array follow its `[`.
struct JSONTape {
  enum Tag {
    static let object = UInt8(ascii: "{")
    static let array = UInt8(ascii: "[")
    static let string = UInt8(ascii: "\"")
    static let signed = UInt8(ascii: "l")
    static let unsigned = UInt8(ascii: "u")
    static let double = UInt8(ascii: "d")
    static let `true` = UInt8(ascii: "t")
    static let `false` = UInt8(ascii: "f")
  }

  private let words: UnsafePointer<UInt64>
  private let strings: UnsafePointer<UInt8>

  init(words: UnsafePointer<UInt64>, strings: UnsafePointer<UInt8>) {
    self.words = words
    self.strings = strings
  }

  var root: JSONValue { JSONValue(tape: self, index: 1) }

  func tag(at index: Int) -> UInt8 { UInt8(truncatingIfNeeded: words[index] >> 56) }

  func word(at index: Int) -> UInt64 { words[index] }

  /// Where the value after the one at an index begins: no value is stepped through.
  func index(after index: Int) -> Int {
    switch tag(at: index) {
    case Tag.object, Tag.array: Int(words[index] & 0xFFFF_FFFF)
    case Tag.signed, Tag.unsigned, Tag.double: index + 2
    default: index + 1
    }
  }

  /// The bytes of the string at an index.
  func string(at index: Int) -> UnsafeBufferPointer<UInt8> {
    let start = strings + Int(words[index] & 0x00FF_FFFF_FFFF_FFFF)
    let count = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
    return UnsafeBufferPointer(start: start + 4, count: Int(count))
  }
}
