import ArgumentParser
import VerdictModel
import VerdictPolicy
import VerdictRendering

/// Why no decision is possible, in words for the user.
struct NoDecision: Error, Hashable {
  /// A line each, at least one.
  var reasons: [String]
  /// Wrong usage where it takes a file to see that the command line is wrong.
  var status = ExitStatus.undecidable
  /// What is wrong with a policy, or a file beside it, where that is the reason.
  private(set) var refusal: PolicyErrors?

  /// - Parameter reasons: At least one.
  init(reasons: [String]) {
    self.reasons = reasons
  }

  /// - Parameters:
  ///   - file: The file that is at fault, as the user named it.
  ///   - error: What is wrong with it; may begin with `line:column: `.
  init(
    _ file: String, _ error: some CustomStringConvertible, status: ExitStatus = .undecidable
  ) {
    let words = error.description
    // `policy.json:41:18: unknown metric …` as editors parse it, but `policy.json: no such file`.
    self.init(
      words.first?.isNumber == true ? "\(file):\(words)" : "\(file): \(words)", status: status)
  }

  init(_ reason: String, status: ExitStatus = .undecidable) {
    reasons = [reason]
    self.status = status
  }

  /// - Parameters:
  ///   - file: The policy, or a file beside it, as the user named it.
  ///   - refusal: All that is wrong with it, or with what it extends.
  ///   - revision: Where they were taken from, for people; `nil` for the working tree.
  init(_ file: String, _ refusal: PolicyErrors, of revision: String? = nil) {
    let origin = revision.map { " of \($0)" } ?? ""
    reasons = refusal.errors.flatMap {
      NoDecision(($0.position.file ?? file) + origin, $0).reasons
    }
    self.refusal = refusal
    if refusal.omitted > 0 { reasons.append("\(file)\(origin): \(refusal.omitted) more problems") }
  }

  /// This reason and another one.
  func adding(_ other: NoDecision) -> NoDecision {
    var both = self
    both.reasons += other.reasons
    return both
  }
}

extension NoDecision: CustomStringConvertible {
  /// One line, for where there is no room for all reasons.
  var description: String {
    reasons.count == 1 ? reasons[0] : "\(reasons[0]), and \(reasons.count - 1) more"
  }
}

/// Runs a command's work; says on standard error why it cannot be done, and ends with its status.
func orNoDecision<Result>(_ work: () async throws(NoDecision) -> Result) async throws -> Result {
  do {
    return try await work()
  } catch {
    throw told(error)
  }
}

/// The same of work that waits for nothing.
func orNoDecisionAtOnce<Result>(_ work: () throws(NoDecision) -> Result) throws -> Result {
  do {
    return try work()
  } catch {
    throw told(error)
  }
}

private func told(_ error: NoDecision) -> ExitCode {
  StandardError.write(error.reasons.map(diagnostic).joined())
  return error.status.exitCode
}
