extension String {
  /// At most the first 40 characters, to name what was found: any file may be given for a report,
  /// and neither its secrets nor its size belong into a message.
  var excerpt: String {
    let limit = 40
    return count > limit ? prefix(limit - 1) + "…" : self
  }
}
