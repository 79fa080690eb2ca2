/// Every policy that is part of the program. To add one, put a document beside this file and a line
/// here: its name is that of the document.
enum Presets {
  static let all: [Preset] = [
    Preset(
      "recommended", PackageResources.recommended_json,
      "what is broken or dangerous blocks, new code has tests, and nothing erodes unseen"),
    Preset(
      "strict", PackageResources.strict_json,
      "the recommended gates with less to forgive, on whole evidence"),
    Preset(
      "ratchet", PackageResources.ratchet_json,
      "what is bad already may stay, and nothing may get worse than the baseline"),
    Preset(
      "strict-evidence", PackageResources.strict_evidence_json,
      "whatever is not there to be judged blocks, the baseline and the change included"),
  ]
}

/// A policy to extend that the program brings along.
struct Preset: Sendable {
  /// What tells the name of a preset from a path.
  static let prefix = "verdict:"

  /// As `extends` names it: `verdict:recommended`.
  let id: String
  /// One sentence fragment: what it is for.
  let summary: String
  /// A policy as anybody could write it; it may lack reports, and extend other presets.
  let bytes: [UInt8]

  fileprivate init(_ name: String, _ bytes: [UInt8], _ summary: String) {
    id = Self.prefix + name
    self.summary = summary
    self.bytes = bytes
  }
}
