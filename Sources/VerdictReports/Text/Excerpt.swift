extension String {
  /// At most the first 40 characters, to name what was found: any file may be given for a report,
  /// and neither its secrets nor its size belong into a message.
  var excerpt: String {
    let limit = 40
    return count > limit ? prefix(limit - 1) + "…" : self
  }
}

extension StringProtocol {
  /// At most so many characters from the beginning. To count them takes long, and mostly the bytes
  /// are fewer already.
  func limited(to limit: Int) -> String {
    utf8.count <= limit ? String(self) : String(prefix(limit))
  }
}
