import Files

/// The process's standard output.
enum StandardOutput {
  /// Writes all of a text, or says why that cannot be done.
  static func write(_ text: String) throws(NoDecision) {
    do {
      try ProcessStream.standardOutput.write(text)
    } catch {
      throw NoDecision("cannot write to \(error)")
    }
  }
}

/// The process's standard error, for diagnostics. Where it cannot be written there is nobody to
/// tell.
enum StandardError {
  static func write(_ text: String) { try? ProcessStream.standardError.write(text) }
}
