/// The first place at which a text stops being JSON, and why.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  /// Where the reader could not go on.
  package var position: JSONPosition
  /// Why.
  package var problem: Problem

  package init(_ problem: Problem, at position: JSONPosition) {
    self.position = position
    self.problem = problem
  }

  /// What `Problem.unexpected` has found where a text ends in the middle.
  package static let endOfFile = "the end of the file"

  /// Everything that can be wrong with a JSON text (RFC 8259).
  package enum Problem: Hashable, Sendable {
    /// `found` is quoted where it stands in the text: `'}'`, `a string`, `the end of the file`.
    case unexpected(found: String, expected: String)
    /// An object has one key twice; the position is the second one's.
    case duplicateKey(String, firstLine: Int)
    /// The position is the opening quote's.
    case unterminatedString
    /// The position is the opening `/*`'s.
    case unterminatedComment
    /// A byte below 0x20 inside a string, where RFC 8259 §7 wants an escape.
    case controlCharacter(UInt8)
    /// Half of a surrogate pair, as `\u` escape: it stands for no character.
    case loneSurrogate(UInt16)
    case invalidUTF8
    /// Arrays and objects nested deeper than the limit.
    case tooDeep(limit: Int)
    /// More values to be read one by one than the limit.
    case tooMany(limit: Int)
    /// simdjson refused the text for a reason that has no place, such as too little memory.
    case refused
  }
}

extension JSONSyntaxError.Problem: CustomStringConvertible {
  /// One lower-case sentence fragment: what was found, what was expected.
  package var description: String {
    switch self {
    case .unexpected(let found, let expected): "found \(found), expected \(expected)"
    case .duplicateKey(let key, let firstLine):
      "duplicate key '\(key)', first at line \(firstLine)"
    case .unterminatedString: "unterminated string, expected '\"'"
    case .unterminatedComment: "unterminated comment, expected '*/'"
    case .controlCharacter(let byte):
      "found the control character \(codePoint(UInt32(byte))) in a string, expected an escape"
    case .loneSurrogate(let unit):
      "found the lone surrogate \(codePoint(UInt32(unit))), expected a pair"
    case .invalidUTF8: "found bytes that are not UTF-8"
    case .tooDeep(let limit): "nested deeper than \(limit) levels"
    case .tooMany(let limit): "more than \(limit) values to read one by one"
    case .refused: "the text cannot be read into memory"
    }
  }
}

extension JSONSyntaxError: CustomStringConvertible {
  /// `line:column: words`.
  package var description: String { "\(position.line):\(position.column): \(problem)" }
}

/// `U+000A`.
func codePoint(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
