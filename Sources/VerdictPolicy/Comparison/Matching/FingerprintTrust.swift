import VerdictModel

/// Tells which fingerprints can be trusted to mean the same finding.
///
/// Tools write all sorts of things there: the same words into every result ("requires login"), who
/// committed the line, the name of the rule. One that is equal for many findings would pair a new
/// finding with an old one that is gone. So a fingerprint has to show that it tells findings apart:
/// among those of rules that found more than one thing, nearly all values differ, on either side,
/// and at least one side has such rules; and so it is for each rule by itself.
struct FingerprintTrust {
  /// GitHub's line hash, which tells the lines of one file apart.
  static let lineHash = "primaryLocationLineHash"
  /// Who and when, which Gitleaks writes.
  private static let strangers: Set<String> = [
    "commitSha", "commitMessage", "email", "author", "date",
  ]
  /// The shortest value that can be a digest.
  private static let leastLength = 8

  private struct Place: Hashable {
    var run: ScanRun
    var rule: String
  }

  /// The best trusted name by tool and rule.
  private var names: [Place: String] = [:]

  init(_ before: [Finding], _ after: [Finding]) {
    let old = FingerprintUses(before, where: Self.isEligible)
    let new = FingerprintUses(after, where: Self.isEligible)
    for place in Set(old.places).union(new.places) {
      // What the other side does not have pairs nothing, but for GitHub's hash, which the source has
      // too.
      let uses = min(old.tally(of: place).uses, new.tally(of: place).uses)
      guard uses > 0 || place.name == Self.lineHash else { continue }
      let tallies = [old.tallyOfRun(of: place), new.tallyOfRun(of: place)]
      guard tallies.allSatisfy(\.tellsApart), tallies.contains(where: { $0.uses > 0 }),
        old.tally(of: place).tellsApart, new.tally(of: place).tellsApart
      else { continue }
      let key = Place(run: place.run, rule: place.rule)
      if let name = names[key], !Self.isBetter(place.name, than: name) { continue }
      names[key] = place.name
    }
  }

  /// A finding's trusted fingerprint; `nil` if it has none.
  func trusted(of finding: Finding) -> (name: String, value: String)? {
    guard !names.isEmpty, !finding.fingerprints.isEmpty,
      let name = names[Place(run: finding.run, rule: finding.rule)],
      let value = finding.fingerprints[name],
      Self.isEligible(Fingerprints.Entry(name: name, value: value))
    else { return nil }
    return (name, value)
  }

  private static func isEligible(_ entry: Fingerprints.Entry) -> Bool {
    entry.value.utf8.count >= leastLength && !strangers.contains(entry.name)
  }

  /// GitHub's line hash last, as it is only about a line; of two versions of one fingerprint, such as
  /// `hash/v1` and `hash/v2`, the later one (SARIF 2.1.0 §3.27.16).
  private static func isBetter(_ name: String, than other: String) -> Bool {
    if (name == lineHash) != (other == lineHash) { return other == lineHash }
    let (left, right) = (versioned(name), versioned(other))
    if left.name != right.name { return left.name < right.name }
    return (left.version, name) > (right.version, other)
  }

  private static func versioned(_ name: String) -> (name: Substring, version: Int) {
    guard let slash = name.lastIndex(of: "/"), name[slash...].hasPrefix("/v"),
      let version = Int(name[slash...].dropFirst(2))
    else { return (name[...], 0) }
    return (name[..<slash], version)
  }
}
