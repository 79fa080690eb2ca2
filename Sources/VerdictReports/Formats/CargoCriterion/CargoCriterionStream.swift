import JSONDocument
import VerdictModel

/// Finds the JSON objects in a text that comes in chunks.
///
/// cargo-criterion writes one message a line. What people keep may have been printed prettily, put
/// into a list, or be the log of a CI job, with a time before each message and other lines between
/// them. So an object begins with the first brace of a line, or with a message's first key.
struct CargoCriterionStream {
  /// The largest message in bytes. A sample takes some 30, and Criterion takes 100 of them unless
  /// it is told otherwise.
  static let messageLimit = 16 << 20

  /// An object, complete or not.
  struct Found {
    var bytes: [UInt8] = []
    /// Where it begins.
    var position: SourcePosition
    /// How many arrays and objects are open.
    fileprivate var depth = 0
    fileprivate var isInString = false
    fileprivate var isEscaped = false
  }

  /// How cargo-criterion begins a message.
  private static let opening = Array(#"{"reason""#.utf8)
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The object that has begun and not ended.
  private(set) var pending: Found?
  /// What stands between the objects.
  private(set) var otherText = NoticeCollector()

  private var line = 1
  private var column = 0
  /// Whether nothing but objects stood on the line so far.
  private var isFresh = true
  /// How many bytes of `opening` the other text ends with.
  private var matched = 0

  /// Goes to the end of the next object.
  ///
  /// - Parameter start: Where to go on in the chunk; moves to where the object ends.
  /// - Returns: The object; `nil` if it does not end in this chunk.
  mutating func next(in chunk: Span<UInt8>, from start: inout Int) throws(ReportError) -> Found? {
    while start < chunk.count {
      let byte = chunk[start]
      start += 1
      column += 1
      if pending == nil { pass(byte) } else { try append(byte) }
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 0
      }
      if pending?.depth == 0 {
        isFresh = true
        return pending.take()
      }
    }
    return nil
  }

  /// Takes a byte that stands between objects.
  private mutating func pass(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\n"):
      isFresh = true
      matched = 0
    case UInt8(ascii: "{") where isFresh:
      begin([byte])
    case _ where isFresh && (byte.isSeparator || isByteOrderMark(byte)):
      break
    default:
      if isFresh { otherText.note("text that is no message is ignored", line: line) }
      isFresh = false
      matched = byte == Self.opening[matched] ? matched + 1 : byte == Self.opening[0] ? 1 : 0
      if matched == Self.opening.count { begin(Self.opening) }
    }
  }

  private mutating func begin(_ bytes: [UInt8]) {
    let position = SourcePosition(line: line, column: column - bytes.count + 1)
    pending = Found(bytes: bytes, position: position, depth: 1)
    matched = 0
  }

  private mutating func append(_ byte: UInt8) throws(ReportError) {
    guard let size = pending?.bytes.count, size < Self.messageLimit else {
      let problem = ReportProblem.limitExceeded(
        name: "the size of a message in bytes", limit: Self.messageLimit)
      throw ReportError(problem, at: pending?.position)
    }
    pending?.append(byte)
  }

  private func isByteOrderMark(_ byte: UInt8) -> Bool {
    line == 1 && column <= 3 && byte == Self.byteOrderMark[column - 1]
  }
}

extension CargoCriterionStream.Found {
  fileprivate mutating func append(_ byte: UInt8) {
    bytes.append(byte)
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
      return
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
    default: break
    }
  }
}

extension UInt8 {
  /// What may stand between the elements of a list.
  fileprivate var isSeparator: Bool {
    isASCIISpace || self == UInt8(ascii: "[") || self == UInt8(ascii: ",")
      || self == UInt8(ascii: "]")
  }
}
