extension String {
  /// Without the line breaks that fit it to a terminal.
  var unwrapped: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
