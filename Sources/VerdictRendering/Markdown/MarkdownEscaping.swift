extension String {
  /// How many characters of one text a comment shows.
  private static let shownScalars = 300

  /// The text in one line that is nothing but text anywhere in GitHub's Markdown: in paragraphs,
  /// headings, lists, cells of tables, and inside HTML elements.
  ///
  /// References to characters never take part in structure (CommonMark §2.5), and are decoded in
  /// HTML too, where a backslash would stay. GitHub looks for mentions and for references to issues
  /// in the finished text, so that these need something invisible in their middle.
  ///
  /// - Parameter separator: What to write after `@` and `#`; nothing where GitHub looks for
  ///   neither.
  func escapedForMarkdown(separator: String = "") -> String {
    var result = ""
    var last: Unicode.Scalar?
    var isNumberSoFar = true
    for scalar in visible(atMost: Self.shownScalars).unicodeScalars {
      let reference = "&#\(scalar.value);"
      switch (last, scalar) {
      case (_, "<"): result += "&lt;"
      case (_, ">"): result += "&gt;"
      case (_, "&"): result += "&amp;"
      case (_, "@"), (_, "#"): result += reference + separator
      case (_, "|"), (_, "\\"), (_, "`"), (_, "*"), (_, "_"), (_, "~"), (_, "["), (_, "]"),
        (_, "$"):
        result += reference
      // A blank, `-`, `+` or `=` at the beginning, or `1.`, would make code, a list or a heading.
      case (nil, " "), (nil, "-"), (nil, "+"), (nil, "="): result += reference
      case (_, " ") where isNumberSoFar && (last == "." || last == ")"): result += reference
      // `https://` and `www.` become links by themselves (GFM §6.9).
      case (":", "/"): result += reference
      case (_, ".") where result.suffix(3).lowercased() == "www": result += reference
      default: result.unicodeScalars.append(scalar)
      }
      isNumberSoFar = isNumberSoFar && ("0123456789.)".unicodeScalars.contains(scalar))
      last = scalar
    }
    if isNumberSoFar, last == "." || last == ")" { result += "&#8203;" }
    return result
  }
}
