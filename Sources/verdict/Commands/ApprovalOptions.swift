import ArgumentParser
import Files
import VerdictModel
import VerdictPolicy

/// Who approved what.
struct ApprovalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A recorded approval of a gate that needs a review; may be given more than once.",
      valueName: "gate=name"))
  var approve: [ApprovalArgument] = []

  @Option(
    help: ArgumentHelp(
      "A JSON file of approvals, as a job writes it from what its host knows.",
      valueName: "file"))
  var approvals: String?

  /// All approvals, of gates that the policy has.
  func read(for policy: PolicyFile) throws(NoDecision) -> [Approval] {
    let gates = policy.policy.gates.map(\.id)
    for argument in approve where !gates.contains(argument.approval.gate) {
      let gate = argument.approval.gate
      throw NoDecision(
        "--approve: the policy has no gate '\(gate)'"
          + hint(nearest(to: gate, among: gates), known: gates), status: .usage)
    }
    return approve.map(\.approval) + (try readFile(policy.policy))
  }

  private func readFile(_ policy: Policy) throws(NoDecision) -> [Approval] {
    guard let approvals else { return [] }
    let bytes: [UInt8]
    do {
      bytes = try ChunkedFile.contents(of: approvals, limit: Self.maxSize)
    } catch {
      throw NoDecision(approvals, error.problem)
    }
    do {
      return try ApprovalReader(policy: policy).read(bytes)
    } catch {
      throw NoDecision(approvals, error)
    }
  }

  private static let maxSize = 1024 * 1024
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
