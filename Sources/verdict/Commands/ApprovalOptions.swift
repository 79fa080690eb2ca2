import ArgumentParser
import VerdictModel

/// Who approved what.
struct ApprovalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A recorded approval of a gate that needs a review, or of the policy's change, called trust; "
        + "may be given more than once.",
      valueName: "gate=name"))
  var approve: [ApprovalArgument] = []

  @Option(
    help: ArgumentHelp(
      "A JSON file of approvals, as a job writes it from what its host knows.",
      valueName: "file"))
  var approvals: String?
}

/// One `--approve`.
struct ApprovalArgument: ExpressibleByArgument {
  var approval: Approval

  /// Reads `GATE=NAME`.
  init?(argument: String) {
    guard let sign = argument.lastIndex(of: "=") else { return nil }
    let name = argument[argument.index(after: sign)...]
    guard sign != argument.startIndex, name.contains(where: { !$0.isWhitespace }) else {
      return nil
    }
    approval = Approval(gate: String(argument[..<sign]), name: String(name))
  }
}
