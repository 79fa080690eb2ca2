import VerdictModel

/// The first line: the answer, how much of what, by which policy, against which baseline.
struct Headline: Hashable, Sendable {
  /// `PASS`, `WARN` or `BLOCK`.
  var word: String
  /// `2 checks block, 1 needs review, 1 warns, 10 hold`.
  var counts: String
  /// `policy.json, stage merge`.
  var scope: String
  /// `baseline 9f3c2ab1 (3 commits back)`, or `no baseline`.
  var baseline: String

  init(_ verdict: Verdict) {
    word = verdict.outcome.name.uppercased()
    let trust = verdict.trust.flatMap(TrustSection.init)?.effect.map { ", \($0)" } ?? ""
    counts = CheckCounts(verdict.gates.flatMap(\.checks)).words + trust
    let revision = verdict.policyRevision.map { " of \($0)" } ?? ""
    scope = "\(verdict.policy)\(revision), stage \(verdict.stage)"
    baseline = verdict.baseline?.words ?? "no baseline"
  }
}

extension BaselineReference {
  /// How many characters of a commit are shown.
  private static let shownCommit = 8

  /// `9f3c2ab1`, or when it was saved if there is no commit.
  var name: String {
    commit.map { String($0.prefix(Self.shownCommit)) } ?? "saved \(saved)"
  }

  /// `baseline 9f3c2ab1 (3 commits back, 2 d old)`.
  var words: String { "baseline \(nameAndDistance)" }

  /// `9f3c2ab1 (3 commits back, 2 d old)`.
  var nameAndDistance: String {
    let place: String? =
      switch distance {
      case nil: nil
      case 0: "this commit"
      case .some(let distance): "\(counted(distance, "commit", "commits")) back"
      }
    // Without a commit the name itself says when it was saved.
    let facts = [place, commit == nil ? nil : age.map { "\($0.roughly) old" }].compactMap(\.self)
    return facts.isEmpty ? name : "\(name) (\(facts.joined(separator: ", ")))"
  }
}
