/// What stands at a finding in the source, in numbers that tell whether two texts are the same. They
/// say nothing of the text to whoever cannot guess it.
package struct SourceContext: Hashable, Sendable {
  /// Of the flagged line without the blanks around it; 0 if nobody has read it.
  package var line: UInt64
  /// GitHub's hash of the line with what follows it; 0 if nobody has read it.
  package var following: UInt64

  package init(line: UInt64, following: UInt64) {
    self.line = line
    self.following = following
  }

  /// Of a finding whose source nobody has read.
  package static let unknown = SourceContext(line: 0, following: 0)
}

/// A file of source text, line by line.
package struct SourceText: Sendable {
  private let contexts: [SourceContext]

  /// - Parameter bytes: UTF-8. Anything else is a text too, as long as its bytes stay the same.
  package init(_ bytes: [UInt8]) {
    let isPlain = bytes.allSatisfy { $0 < 0x80 }
    let following =
      isPlain
      ? LineHash.values(of: bytes.lazy.map(UInt16.init))
      : LineHash.values(of: String(decoding: bytes, as: UTF8.self).utf16)
    let lines = Self.lines(of: bytes[...]).map(Self.hash)
    contexts = zip(lines, following).map { SourceContext(line: $0, following: $1) }
  }

  /// What stands at a line, 1-based; `unknown` if there is no such line.
  package func context(ofLine line: Int) -> SourceContext {
    line >= 1 && line <= contexts.count ? contexts[line - 1] : .unknown
  }

  /// What the flagged text that a report quotes says of its first line; what follows is not known.
  package static func context(ofSnippet snippet: String) -> SourceContext {
    guard let first = lines(of: Array(snippet.utf8)[...]).first, !first.isEmpty else {
      return .unknown
    }
    return SourceContext(line: hash(first), following: 0)
  }

  /// The lines without blanks around them; a line ends with CR, LF or CRLF.
  private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0A, index > bytes.startIndex, bytes[index - 1] == 0x0D {
        start = index + 1
        continue
      }
      lines.append(trimmed(bytes[start..<index]))
      start = index + 1
    }
    lines.append(trimmed(bytes[start...]))
    return lines
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let rest = line.drop(while: isBlank)
    return rest[..<(rest.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? rest.startIndex)]
  }

  /// FNV-1a in 64 bits: the same everywhere and always, as it is kept in baselines.
  private static func hash(_ line: ArraySlice<UInt8>) -> UInt64 {
    line.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
