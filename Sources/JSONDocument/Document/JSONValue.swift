/// One value of a text that was read: a cursor on simdjson's tape.
///
/// A value of another type than asked for answers `nil`, as does a key that is not there, so that
/// `value["message"]?["text"]?.string` reads what it says. Nothing is copied but the strings that
/// are asked for. A value borrows its document's memory: it is good inside the closure that it was
/// handed to, and nowhere else.
package struct JSONValue {
  let tape: JSONTape
  let index: Int

  /// The types of JSON.
  package enum Kind: Sendable {
    case null
    case bool
    case number
    case string
    case array
    case object
  }

  /// The value's type.
  package var kind: Kind {
    switch tag {
    case JSONTape.Tag.object: .object
    case JSONTape.Tag.array: .array
    case JSONTape.Tag.string: .string
    case JSONTape.Tag.signed, JSONTape.Tag.unsigned, JSONTape.Tag.double: .number
    case JSONTape.Tag.true, JSONTape.Tag.false: .bool
    default: .null
    }
  }

  /// Whether this is `null`, which is not the same as a key that is not there.
  package var isNull: Bool { kind == .null }

  /// `true` or `false`; `nil` for anything else.
  package var bool: Bool? {
    switch tag {
    case JSONTape.Tag.true: true
    case JSONTape.Tag.false: false
    default: nil
    }
  }

  /// A whole number that fits, however it is written: `12`, `12.0`, `1.2e1`. One with a point or an
  /// exponent must be below 2⁵³, where every whole number still is its own `Double`.
  package var int: Int? {
    switch tag {
    case JSONTape.Tag.signed: Int(exactly: Int64(bitPattern: tape.word(at: index + 1)))
    case JSONTape.Tag.unsigned: Int(exactly: tape.word(at: index + 1))
    case JSONTape.Tag.double: Self.int(Double(bitPattern: tape.word(at: index + 1)))
    default: nil
    }
  }

  /// The nearest number with 53 significant bits. A number beyond the largest `Double` reads as
  /// `null`.
  package var double: Double? {
    switch tag {
    case JSONTape.Tag.signed: Double(Int64(bitPattern: tape.word(at: index + 1)))
    case JSONTape.Tag.unsigned: Double(tape.word(at: index + 1))
    case JSONTape.Tag.double: Double(bitPattern: tape.word(at: index + 1))
    default: nil
    }
  }

  /// The text of a string, copied, with its escapes resolved; `nil` for anything else.
  package var string: String? {
    tag == JSONTape.Tag.string ? String(decoding: tape.string(at: index), as: UTF8.self) : nil
  }

  /// The beginning of a string, cut between two characters; `nil` for anything else.
  ///
  /// - Parameter limit: The most bytes that are copied.
  package func text(atMost limit: Int) -> String? {
    guard tag == JSONTape.Tag.string else { return nil }
    let bytes = tape.string(at: index)
    guard bytes.count > limit else { return string }
    var end = limit
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// The first key that is there twice in an object; `nil` if each is there once.
  package var repeatedKey: String? {
    var seen: Set<String> = []
    for (key, _) in members {
      if let name = key.string, !seen.insert(name).inserted { return name }
    }
    return nil
  }

  /// The value of a key, the first one if it is there twice.
  package subscript(_ key: StaticString) -> JSONValue? {
    guard tag == JSONTape.Tag.object else { return nil }
    let wanted = UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
    let end = tape.index(after: index) - 1
    var member = index + 1
    while member < end {
      if haveSameBytes(tape.string(at: member), wanted) {
        return JSONValue(tape: tape, index: member + 1)
      }
      member = tape.index(after: member + 1)
    }
    return nil
  }

  /// All values of a key: JSON does not forbid to have it twice.
  package func values(of key: StaticString) -> Values {
    Values(members: members, key: key)
  }

  /// The members of an object in the text's order; none of anything else.
  package var members: Members {
    guard tag == JSONTape.Tag.object else { return .empty }
    return Members(tape: tape, index: index + 1, end: tape.index(after: index) - 1)
  }

  /// The elements of an array; none of anything else.
  package var elements: Elements {
    guard tag == JSONTape.Tag.array else { return .empty }
    return Elements(tape: tape, index: index + 1, end: tape.index(after: index) - 1)
  }

  /// Whether this is a string of exactly these bytes.
  package static func == (value: Self, text: StaticString) -> Bool {
    guard value.tag == JSONTape.Tag.string else { return false }
    return haveSameBytes(
      value.tape.string(at: value.index),
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private static func int(_ number: Double) -> Int? {
    abs(number) < 0x1p53 ? Int(exactly: number) : nil
  }

  var tag: UInt8 { tape.tag(at: index) }
}

extension JSONValue {
  /// Steps through an object.
  package struct Members: Sequence, IteratorProtocol {
    /// Of no object.
    package static var empty: Self { Members(tape: nil, index: 0, end: 0) }

    fileprivate let tape: JSONTape?
    fileprivate var index: Int
    fileprivate let end: Int

    /// The next key, which is a string, with its value.
    package mutating func next() -> (key: JSONValue, value: JSONValue)? {
      guard index < end, let tape else { return nil }
      defer { index = tape.index(after: index + 1) }
      return (JSONValue(tape: tape, index: index), JSONValue(tape: tape, index: index + 1))
    }

    /// Whether no member is left.
    package var isEmpty: Bool { index >= end }
  }

  /// Steps through the values of one key.
  package struct Values: Sequence, IteratorProtocol {
    fileprivate var members: Members
    fileprivate let key: StaticString

    /// The next value.
    package mutating func next() -> JSONValue? {
      while let member = members.next() {
        if member.key == key { return member.value }
      }
      return nil
    }
  }

  /// Steps through an array.
  package struct Elements: Sequence, IteratorProtocol {
    /// Of no array.
    package static var empty: Self { Elements(tape: nil, index: 0, end: 0) }

    fileprivate let tape: JSONTape?
    fileprivate var index: Int
    fileprivate let end: Int

    /// The next element.
    package mutating func next() -> JSONValue? {
      guard index < end, let tape else { return nil }
      defer { index = tape.index(after: index) }
      return JSONValue(tape: tape, index: index)
    }

    /// The element that comes next, without stepping to it.
    package var first: JSONValue? {
      index < end ? tape.map { JSONValue(tape: $0, index: index) } : nil
    }
  }
}
