import Memory

/// Keeps the beginning and the end of a text of any length, in bounded memory.
struct HeadAndTail {
  /// How much of each end is kept, in bytes.
  let limit: Int
  private var head: [UInt8] = []
  /// The last bytes after the head, a ring once it is full.
  private var tail: [UInt8] = []
  private var tailStart = 0
  private var count = 0

  init(limit: Int) {
    self.limit = limit
  }

  var isEmpty: Bool { count == 0 }

  mutating func append(_ piece: Span<UInt8>) {
    // Of a piece that is larger than the tail, only its end can survive.
    let toHead = min(piece.count, limit - head.count)
    head.append(piece.extracting(0..<toHead))
    for index in max(toHead, piece.count - limit)..<piece.count {
      if tail.count < limit {
        tail.append(piece[index])
      } else {
        tail[tailStart] = piece[index]
        tailStart = tailStart + 1 == limit ? 0 : tailStart + 1
      }
    }
    count += piece.count
  }

  mutating func append(_ text: String) {
    append(Array(text.utf8).span)
  }

  mutating func removeAll() {
    head.removeAll(keepingCapacity: true)
    tail.removeAll(keepingCapacity: true)
    tailStart = 0
    count = 0
  }

  /// The text without white space at both ends, with a line that says how much is left out where
  /// something is.
  var trimmedText: String {
    if tail.isEmpty { return Self.trimmed(head[...]) }
    let ring = tail[tailStart...] + tail[..<tailStart]
    let omitted = count - head.count - tail.count
    guard omitted > 0 else { return Self.trimmed(head + ring) }
    // Not to begin or end within a character.
    let whole = head.prefix(head.count - Self.cutCharacter(atEndOf: head))
    let rest = ring.drop { $0 & 0xC0 == 0x80 }
    let note = "\n… \(omitted) bytes left out …\n"
    return Self.trimmed(whole + Array(note.utf8) + rest)
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> String {
    let end = text.lastIndex { !$0.isASCIISpace }.map { $0 + 1 } ?? text.startIndex
    return String(decoding: text[..<end].drop(while: \.isASCIISpace), as: UTF8.self)
  }

  /// How many bytes at the end belong to a character that may not be complete.
  private static func cutCharacter(atEndOf bytes: [UInt8]) -> Int {
    let continuation = bytes.reversed().prefix { $0 & 0xC0 == 0x80 }.count
    return (bytes.dropLast(continuation).last ?? 0) >= 0xC0 ? continuation + 1 : 0
  }
}
