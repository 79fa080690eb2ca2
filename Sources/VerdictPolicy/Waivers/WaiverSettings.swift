package import VerdictModel

/// The `waivers` of a policy: where they are, and what they may do.
package struct WaiverSettings: Sendable, Hashable {
  /// Relative to the policy's directory.
  package var file: String
  /// Whether the policy names the file, so that it must be there.
  package var isFileNamed: Bool
  /// Files in which other tools keep what they accept, relative to the policy's directory; each must
  /// be there.
  package var imports: [String]
  /// The most days from `created` to `expires`.
  package var maxDays: Int
  /// From how many days before its last one on a waiver is named.
  package var warnBefore: Int
  /// What a waived check does at least while the waiver is not known to be on the target branch.
  package var whenAdded: Action

  /// The file of a policy that names none.
  package static let defaultFile = ".verdict/waivers.json"
}

extension WaiverSettings {
  static let keys = ["file", "import", "maxDays", "warnBefore", "whenAdded"]

  init(_ object: PolicyObject) {
    file = object.string("file") ?? Self.defaultFile
    isFileNamed = object.has("file")
    imports = object.strings("import").map(\.text)
    maxDays = object.count("maxDays") ?? 90
    warnBefore = object.days("warnBefore") ?? 14
    whenAdded = object.action("whenAdded") ?? .review
    if file.isEmpty {
      object.report(
        .wrongType(key: "file", expected: "a path"), at: object.placeOfValue(of: "file"))
    }
  }
}

extension PolicyObject {
  /// A number of days, written `14d`.
  fileprivate func days(_ key: String) -> Int? {
    guard let json = member(key) else { return nil }
    guard let text = json.text, text.last == "d", let days = Int(text.dropLast()), days >= 0 else {
      report(.wrongType(key: key, expected: #"days, such as "14d""#), at: json.place)
      return nil
    }
    return days
  }
}
