extension UInt8 {
  /// 0 … 9 for an ASCII digit.
  var asciiDigit: UInt8? {
    let value = self &- UInt8(ascii: "0")
    return value < 10 ? value : nil
  }
}

extension Span<UInt8> {
  /// The number that is written as one to nine digits and nothing else.
  @inline(__always)
  var plainNumber: UInt32? {
    var index = 0
    guard let number = plainNumber(at: &index), index == count else { return nil }
    return number
  }

  /// The number of one to nine digits at an index, which moves behind it.
  @inline(__always)
  func plainNumber(at index: inout Int) -> UInt32? {
    let start = index
    var number: UInt32 = 0
    while index < count, let digit = self[index].asciiDigit {
      number = number &* 10 &+ UInt32(digit)
      index += 1
    }
    return index > start && index - start <= 9 ? number : nil
  }

  /// A copy of the text, with U+FFFD for what is not UTF-8.
  var string: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for index in indices { bytes.append(self[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The index of the first byte from an index on that is no white space.
  func skippingSpaces(from index: Int) -> Int {
    var index = index
    while index < count, self[index].isASCIISpace { index += 1 }
    return index
  }

  /// The index after the last byte that is no white space.
  var endWithoutSpaces: Int {
    var end = count
    while end > 0, self[end - 1].isASCIISpace { end -= 1 }
    return end
  }

  func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
    var index = start
    while index < count {
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }

  func lastIndex(of byte: UInt8) -> Int? {
    var index = count - 1
    while index >= 0 {
      if self[index] == byte { return index }
      index -= 1
    }
    return nil
  }

  /// Whether these are the bytes of a text.
  func equals(_ text: String) -> Bool {
    count == text.utf8.count && zip(indices, text.utf8).allSatisfy { self[$0] == $1 }
  }

  /// Whether these are the bytes of an ASCII word, letters in either case.
  func equals(ignoringCase word: String) -> Bool {
    count == word.utf8.count
      && zip(indices, word.utf8).allSatisfy { self[$0] | 0x20 == $1 | 0x20 }
  }
}
