import ArgumentParser
import VerdictModel

/// Which policy, and which baseline.
struct PolicyOptions: ParsableArguments {
  @Option(help: "The policy. Its directory is where report files are looked for.")
  var policy = "policy.json"

  @Option(
    help: ArgumentHelp("The baseline's file, instead of the policy's store.", valueName: "file"))
  var baseline: String?
}

/// The time: that of the verdict, shown in outputs.
struct ClockOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The time to judge at and to write into outputs, instead of now.", valueName: "iso8601"))
  var now: Moment?

  /// The time that was given, or that of the clock.
  var moment: Moment { now ?? .current }
}
