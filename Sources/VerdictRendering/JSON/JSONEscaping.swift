extension String {
  /// Finished JSON whose texts hide nothing and command nobody: invisible characters are written as
  /// `\u` escapes, and `##` is written so that no runner finds a command in a job's output.
  ///
  /// Whoever decodes it gets the very texts: such characters stand in strings only, where JSON
  /// allows both ways of writing (RFC 8259 §7).
  var escapedForJSON: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "#", result.last == "#" {
        result.append(contentsOf: Self.escape(0x23))
      } else if scalar.isInvisible, scalar != "\n" {
        for unit in String(scalar).utf16 { result.append(contentsOf: Self.escape(unit)) }
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func escape(_ unit: UInt16) -> UnicodeScalarView {
    let digits = String(unit, radix: 16)
    return ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars
  }
}
