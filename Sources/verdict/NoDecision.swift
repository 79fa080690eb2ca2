import ArgumentParser

/// Why no decision is possible, in words for the user.
struct NoDecision: Error, Hashable, CustomStringConvertible {
  var description: String
  /// Wrong usage where it takes a file to see that the command line is wrong.
  var status = ExitStatus.undecidable

  /// - Parameters:
  ///   - file: The file that is at fault, as the user named it.
  ///   - error: What is wrong with it; may begin with `line:column: `.
  init(_ file: String, _ error: some CustomStringConvertible) {
    let words = error.description
    // `policy.json:41:18: unknown metric …` as editors parse it, but `policy.json: no such file`.
    description = words.first?.isNumber == true ? "\(file):\(words)" : "\(file): \(words)"
  }

  init(_ description: String, status: ExitStatus = .undecidable) {
    self.description = description
    self.status = status
  }
}

/// Runs a command's work; says on standard error why it cannot be done, and ends with its status.
func orNoDecision<Result>(_ work: () async throws(NoDecision) -> Result) async throws -> Result {
  do {
    return try await work()
  } catch {
    StandardError.write("verdict: \(error)\n")
    throw error.status.exitCode
  }
}
