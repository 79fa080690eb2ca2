extension String {
  /// The text in one line, unable to steer a terminal, or a runner that reads commands from what
  /// jobs print.
  ///
  /// GitHub's runner takes `##[error]` and Azure's `##vso[…]` for commands anywhere in a line, so
  /// that no two `#` stay together.
  var escapedForTerminal: String {
    let text = visible
    guard text.contains("##") else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "#", result.last == "#" { result.append(" ") }
      result.append(scalar)
    }
    return String(result)
  }

  /// The finished line, which no runner takes for a command: GitHub's reads `::error::` at the
  /// beginning of a line, blanks before it included.
  var guardedLine: String {
    let indent = prefix { $0 == " " }
    let rest = self[indent.endIndex...]
    return rest.hasPrefix("::") ? indent.dropLast() + "·" + rest : self
  }
}
