extension String {
  /// The text in one line without anything invisible: white space becomes a blank; controls (and so
  /// escape sequences), bidirectional and zero-width characters become visible as `\u{1B}`.
  ///
  /// Texts of reports are written by whoever wrote the tests, so that a name may try to move the
  /// cursor, hide a line or reverse what stands beside it.
  var visible: String {
    guard unicodeScalars.contains(where: \.isInvisible) else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        if result.last != " " { result.append(" ") }
      } else if scalar.isInvisible {
        let number = String(scalar.value, radix: 16, uppercase: true)
        result.append(contentsOf: "\\u{\(number)}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Whether the character has no picture of its own, or changes that of others.
  var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default: properties.isDefaultIgnorableCodePoint
    }
  }
}
