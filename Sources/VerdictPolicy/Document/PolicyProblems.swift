import VerdictModel

/// Gathers what is wrong with a policy while it is read, so that its author sees all of it at once.
///
/// Whoever reads a part of a policy reports what is wrong with it here, and goes on with whatever
/// is harmless, mostly `nil`: a policy with a problem is thrown away in the end.
final class PolicyProblems {
  /// More than anybody mends in one go: a file that is no policy at all has no end of them.
  static let limit = 50

  private var found: [PolicyError] = []
  private var omitted = 0

  var isEmpty: Bool { found.isEmpty }

  /// Whether further problems are only counted, so that nobody need look for their words.
  var isFull: Bool { found.count >= Self.limit }

  func report(_ problem: @autoclosure () -> PolicyProblem, at place: SourcePosition) {
    if isFull {
      omitted += 1
    } else {
      found.append(PolicyError(problem(), at: place))
    }
  }

  /// Refuses the policy if anything was reported.
  func check() throws(PolicyErrors) {
    if !found.isEmpty { throw PolicyErrors(found, omitted: omitted) }
  }
}
