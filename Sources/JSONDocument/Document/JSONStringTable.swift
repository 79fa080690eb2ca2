/// Numbers the distinct strings of a text, and keeps one copy of each, for strings that a text repeats
/// a hundred thousand times.
package struct JSONStringTable: Sendable {
  private struct Key {
    var hash: Int
    /// Where its bytes stand in `text`.
    var range: Range<Int>
  }

  /// In the order of their numbers.
  package private(set) var strings: [String] = []
  private var keys: [Key] = []
  /// The bytes of all keys, one after the other.
  private var text: [UInt8] = []
  /// Hash table with open addressing: 1 + number, 0 for a free slot.
  private var slots = [UInt32](repeating: 0, count: 64)

  package init() {}

  /// The string of a value, copied once; `nil` if the value is no string.
  package mutating func string(_ value: JSONValue?) -> String? {
    number(of: value).map { strings[$0] }
  }

  /// The number of a string value, 0, 1, 2 … as they come; `nil` if the value is no string.
  package mutating func number(of value: JSONValue?) -> Int? {
    guard let value, value.tag == JSONTape.Tag.string else { return nil }
    let bytes = value.tape.string(at: value.index)
    // Seeded, so that nobody can write a text whose strings all collide.
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    let hash = hasher.finalize()
    var slot = hash & (slots.count - 1)
    while slots[slot] > 0 {
      let number = Int(slots[slot]) - 1
      if keys[number].hash == hash, isKey(number, bytes) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    keys.append(Key(hash: hash, range: text.count..<text.count + bytes.count))
    strings.append(String(decoding: bytes, as: UTF8.self))
    text.append(contentsOf: bytes)
    slots[slot] = UInt32(truncatingIfNeeded: keys.count)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  private func isKey(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = keys[number].range
    guard range.count == bytes.count else { return false }
    return text.withUnsafeBufferPointer { isSame(UnsafeBufferPointer(rebasing: $0[range]), bytes) }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in keys.indices {
      var slot = keys[number].hash & (slots.count - 1)
      while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: number + 1)
    }
  }
}
