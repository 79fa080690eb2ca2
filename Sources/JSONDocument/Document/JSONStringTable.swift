/// Keeps one thing for each distinct string of a text, for strings that a text repeats a hundred
/// thousand times: the string itself, or what follows from it.
package struct JSONStringTable<Entry> {
  private var keys: [String] = []
  private var hashes: [Int] = []
  private var entries: [Entry] = []
  /// Hash table with open addressing: 1 + index into `keys`, 0 for a free slot.
  private var slots = [UInt32](repeating: 0, count: 64)

  package init() {}

  /// The entry of a string value, made once; `nil` if the value is no string.
  package mutating func entry(of value: JSONValue?, make: (String) -> Entry) -> Entry? {
    guard let value, value.tag == JSONTape.Tag.string else { return nil }
    let bytes = value.tape.string(at: value.index)
    // Seeded, so that nobody can write a text whose strings all collide.
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    let hash = hasher.finalize()
    let slot = slot(of: hash) { $0.utf8.elementsEqual(bytes) }
    if slots[slot] > 0 { return entries[Int(slots[slot]) - 1] }
    let key = String(decoding: bytes, as: UTF8.self)
    let entry = make(key)
    keys.append(key)
    hashes.append(hash)
    entries.append(entry)
    slots[slot] = UInt32(truncatingIfNeeded: keys.count)
    if keys.count * 2 > slots.count { grow() }
    return entry
  }

  /// Where a string is, or the free slot where it belongs.
  private func slot(of hash: Int, isSame: (String) -> Bool) -> Int {
    var slot = hash & (slots.count - 1)
    while slots[slot] > 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash, isSame(keys[index]) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for index in keys.indices {
      slots[slot(of: hashes[index]) { _ in false }] = UInt32(truncatingIfNeeded: index + 1)
    }
  }
}

extension JSONStringTable where Entry == String {
  /// The string of a value, copied once; `nil` if the value is no string.
  package mutating func string(_ value: JSONValue?) -> String? {
    entry(of: value) { $0 }
  }
}
