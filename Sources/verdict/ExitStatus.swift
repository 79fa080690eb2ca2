import ArgumentParser

/// What the process returns. Other programs rely on these numbers.
enum ExitStatus: Int32, CaseIterable {
  /// The verdict is pass or warn.
  case passed = 0
  /// The verdict is block, or warn with `--fail-on warn`; a policy has mistakes, a test of it fails,
  /// or a verdict does not hold.
  case blocked = 1
  /// There is no verdict: an unreadable policy, an unusable baseline, an output that cannot be
  /// written.
  case undecidable = 2
  /// The command line is wrong (`EX_USAGE` of sysexits.h).
  case usage = 64

  var meaning: String {
    switch self {
    case .passed: "pass or warn"
    case .blocked: "block (or warn, with --fail-on warn); what is tested or verified does not hold"
    case .undecidable: "no decision possible: policy, baseline or output unusable"
    case .usage: "wrong usage"
    }
  }

  /// Ends the command with this status, without a message.
  var exitCode: ExitCode { ExitCode(rawValue) }
}
