extension String {
  /// The text in one line without anything invisible: line ends and tabs become a blank; controls
  /// (and so escape sequences), bidirectional and zero-width characters become visible as `\u{1B}`,
  /// and so does a mark at the beginning, which would change what stands before the text.
  ///
  /// Texts of reports are written by whoever wrote the tests, so that a name may try to move the
  /// cursor, hide a line or reverse what stands beside it.
  ///
  /// - Parameter limit: How many characters to show; whatever follows becomes `…`.
  func visible(atMost limit: Int) -> String {
    let shown = unicodeScalars.prefix(limit)
    var result = String.UnicodeScalarView()
    for scalar in shown {
      guard scalar.isInvisible || (result.isEmpty && scalar.isCombining) else {
        result.append(scalar)
        continue
      }
      let number = String(scalar.value, radix: 16, uppercase: true)
      let picture = scalar.properties.isWhitespace ? " " : "\\u{\(number)}"
      result.append(contentsOf: picture.unicodeScalars)
    }
    if shown.endIndex < unicodeScalars.endIndex { result.append("…") }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Whether the character has no picture of its own, or changes that of others.
  var isInvisible: Bool {
    guard !isASCII else { return value < 0x20 || value == 0x7F }
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default: properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether the character is drawn over the one before it.
  var isCombining: Bool {
    guard !isASCII else { return false }
    return switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }
}
