extension String {
  /// How many characters of one text are shown; whoever writes more wants to fill the log.
  private static let shownScalars = 2000

  /// The text in one line, unable to steer a terminal, or a runner that reads commands from what
  /// jobs print.
  ///
  /// GitHub's runner takes `##[error]` and Azure's `##vso[…]` for commands anywhere in a line, so
  /// that no two `#` stay together.
  var escapedForTerminal: String {
    let text = visible(atMost: Self.shownScalars)
    guard text.contains("##") else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "#", result.last == "#" { result.append(" ") }
      result.append(scalar)
    }
    return String(result)
  }

  /// The finished line, as wide as before, which no runner takes for a command: GitHub's reads
  /// `::error::` at the beginning of a line, blanks before it included.
  var guardedLine: String {
    let scalars = unicodeScalars
    let rest = scalars.drop { $0 == " " }
    guard rest.starts(with: "::".unicodeScalars) else { return self }
    let indent = scalars[..<rest.startIndex]
    return String(indent.dropLast()) + "·" + String(indent.isEmpty ? rest.dropFirst() : rest)
  }
}
