extension String {
  /// The text in lines of at most so many columns, broken at blanks; a word that is longer than a
  /// line is broken where the line ends, so that nothing is lost.
  func wrapped(toWidth width: Int) -> [String] {
    let width = max(1, width)
    guard displayWidth > width else { return [self] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in split(separator: " ") {
      var word = String(word)
      let wordWidth = word.displayWidth
      if used > 0, used + 1 + wordWidth <= width {
        line += " " + word
        used += 1 + wordWidth
        continue
      }
      if used > 0 { lines.append(line) }
      while word.displayWidth > width {
        let head = word.prefix(ofWidth: width)
        lines.append(String(head))
        word = String(word[head.endIndex...])
      }
      line = word
      used = word.displayWidth
    }
    if used > 0 { lines.append(line) }
    return lines
  }

  /// The text with blanks added up to a width; unchanged if it is wider.
  func padded(toWidth width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }

  /// As many characters as fit, at least one.
  private func prefix(ofWidth width: Int) -> Substring {
    var used = 0
    var end = startIndex
    for scalar in unicodeScalars {
      used += scalar.displayWidth
      guard used <= width || end == startIndex else { break }
      end = unicodeScalars.index(after: end)
    }
    return self[..<end]
  }
}
