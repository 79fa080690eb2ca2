extension String {
  /// The text in lines of at most so many columns, at least one line, broken at blanks; a word that
  /// is longer than a line is broken where the line ends, so that nothing is lost.
  func wrapped(toWidth width: Int) -> [String] {
    guard displayWidth > width else { return [self] }
    var lines: [String] = []
    var line = ""
    var used = 0
    func endLine() {
      if used > 0 { lines.append(line) }
      line = ""
      used = 0
    }
    for word in split(separator: " ") {
      let wordWidth = word.unicodeScalars.reduce(0) { $0 + $1.displayWidth }
      if used > 0, used + 1 + wordWidth <= width {
        line += " " + word
        used += 1 + wordWidth
        continue
      }
      endLine()
      for scalar in word.unicodeScalars {
        if used + scalar.displayWidth > width { endLine() }
        line.unicodeScalars.append(scalar)
        used += scalar.displayWidth
      }
    }
    endLine()
    return lines.isEmpty ? [""] : lines
  }

  /// The text with blanks added up to a width; unchanged if it is wider.
  func padded(toWidth width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }

  /// Without blanks at the end.
  var trimmedEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
