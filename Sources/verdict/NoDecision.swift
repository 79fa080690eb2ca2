import ArgumentParser

/// Why no decision is possible, in words for the user.
struct NoDecision: Error, Hashable, CustomStringConvertible {
  var description: String

  /// - Parameters:
  ///   - file: The file that is at fault, as the user named it.
  ///   - error: What is wrong with it; may begin with `line:column: `.
  init(_ file: String, _ error: some CustomStringConvertible) {
    let words = error.description
    // `policy.json:41:18: unknown metric …` as editors parse it, but `policy.json: no such file`.
    description = words.first?.isNumber == true ? "\(file):\(words)" : "\(file): \(words)"
  }

  init(_ description: String) {
    self.description = description
  }
}

/// Runs a command's work; says on standard error why it cannot be done, and ends with 2.
func orNoDecision<Result>(_ work: () async throws(NoDecision) -> Result) async throws -> Result {
  do {
    return try await work()
  } catch {
    StandardError.write("verdict: \(error)\n")
    throw ExitStatus.undecidable.exitCode
  }
}
