import VerdictModel

/// Everything that can be wrong with `extends`, and with what a policy says of its base.
package enum ExtendsProblem: Hashable, Sendable {
  case absolutePath(String)
  /// An address of the network.
  case address(String)
  case leavesRepository(String)
  /// A file that cannot be read, with the reason.
  case unreadable(String, reason: String)
  /// A file that is not the pinned one; the digest of the one that is there.
  case otherContent(String, digest: String)
  case pinnedPreset
  /// The files from one that is extended again up to itself.
  case cycle([String])
  case tooDeep(limit: Int)
  case tooMany(limit: Int)
  /// A key that is `null` to take it out, and that nothing extended has.
  case nothingToRemove(String, suggestion: String?)
  /// A rule that takes a key out of a rule that there is not.
  case noRuleToChange
  /// A rule that fits several of the base; their places.
  case ambiguousRule([String])
}

extension ExtendsProblem: CustomStringConvertible {
  /// One lower-case sentence fragment: what was found, what was expected.
  package var description: String {
    switch self {
    case .absolutePath(let path):
      "'\(path)' is absolute, expected a path relative to this file"
    case .address(let path):
      "'\(path)' is an address, expected a file of the repository or a preset"
    case .leavesRepository(let path):
      "'\(path)' leads out of the repository, or of the working directory where there is none"
    case .unreadable(let path, let reason): "cannot read '\(path)': \(reason)"
    case .otherContent(let path, let digest):
      "'\(path)' has another SHA-256, \(digest): look at what changed in it before you pin that"
    case .pinnedPreset: "'sha256' does not fit a preset, which comes with the program"
    case .cycle(let files): "a policy cannot extend itself: " + files.joined(separator: " → ")
    case .tooDeep(let limit): "policies that extend each other more than \(limit) levels deep"
    case .tooMany(let limit): "the policy extends more than \(limit) files and presets"
    case .nothingToRemove(let key, let suggestion):
      "'\(key)' is null to take it out, but nothing that is extended has it" + hint(suggestion)
    case .noRuleToChange:
      "null takes a key out of a rule, but no rule that is extended asks for the same"
    case .ambiguousRule(let places):
      "the rule fits more than one that is extended (\(places.joined(separator: ", "))), give it "
        + "the 'else', 'stages' and 'enforceFrom' of the one that is meant"
    }
  }
}
