/// The smallest meaningful piece of a JSON text.
struct JSONToken {
  enum Kind {
    case beginObject
    case endObject
    case beginArray
    case endArray
    case colon
    case comma
    case string
    case number
    case `true`
    case `false`
    case null
    /// Something that begins no token, such as `NaN` or `@`.
    case unknown
    case endOfFile

    var isScalar: Bool {
      switch self {
      case .string, .number, .true, .false, .null: true
      default: false
      }
    }
  }

  var kind: Kind
  /// Byte offsets; for a string, of what stands between the quotes.
  var range: Range<Int>
  var position: JSONPosition
}
