/// Numbers the distinct strings of a text, and keeps one copy of each, for strings that a text
/// repeats a hundred thousand times.
package struct JSONStringTable: Sendable {
  /// In the order of their numbers.
  package private(set) var strings: [String] = []
  /// Hash table with open addressing.
  private var slots = [Slot](repeating: Slot(), count: 64)

  /// The number that was asked for last, which is often asked for again.
  private var last = 0

  private struct Slot {
    /// The upper half of the string's hash, which spares most looks at other strings.
    var tag: UInt32 = 0
    /// 1 + number of the string; 0 if the slot is free.
    var number: UInt32 = 0
  }

  package init() {}

  /// The string of a value, copied once; `nil` if the value is no string.
  package mutating func string(_ value: JSONValue?) -> String? {
    number(of: value).map { strings[$0] }
  }

  /// The number of a string value, 0, 1, 2 … as they come; `nil` if the value is no string.
  package mutating func number(of value: JSONValue?) -> Int? {
    guard let value, value.tag == JSONTape.Tag.string else { return nil }
    let bytes = value.tape.string(at: value.index)
    if last < strings.count, isSame(strings[last], bytes) { return last }
    last = number(of: bytes)
    return last
  }

  private mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(of: bytes)
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    var index = hash & (slots.count - 1)
    while slots[index].number > 0 {
      let number = Int(slots[index].number) - 1
      if slots[index].tag == tag, isSame(strings[number], bytes) { return number }
      index = (index + 1) & (slots.count - 1)
    }
    strings.append(String(decoding: bytes, as: UTF8.self))
    slots[index] = Slot(tag: tag, number: UInt32(truncatingIfNeeded: strings.count))
    if strings.count * 2 > slots.count { grow() }
    return strings.count - 1
  }

  /// Seeded, so that nobody can write a text whose strings all collide.
  private static func hash(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    return hasher.finalize()
  }

  private func isSame(_ string: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    string.utf8.withContiguousStorageIfAvailable { haveSameBytes($0, bytes) } ?? false
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for number in strings.indices {
      var string = strings[number]
      let hash = string.withUTF8 { bytes in Self.hash(of: bytes) }
      var index = hash & (slots.count - 1)
      while slots[index].number > 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = Slot(
        tag: UInt32(truncatingIfNeeded: hash >> 32),
        number: UInt32(truncatingIfNeeded: number + 1))
    }
  }
}
