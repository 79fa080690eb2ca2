import VerdictModel

/// How often the fingerprints of one side of a comparison are used, and for how many values.
struct FingerprintUses {
  /// One kind of fingerprint of one rule.
  struct Place: Hashable {
    var run: ScanRun
    var rule: String
    var name: String
  }

  struct Tally {
    var uses = 0
    var values = 0

    /// Whether at least nine of ten values differ.
    var tellsApart: Bool { values * 10 >= uses * 9 }
  }

  private struct RunName: Hashable {
    var run: ScanRun
    var name: String
  }

  private var ofRules: [Place: Tally] = [:]
  private var ofRuns: [RunName: Tally] = [:]

  /// - Parameter isEligible: Whether a fingerprint counts.
  init(_ findings: [Finding], where isEligible: (Fingerprints.Entry) -> Bool) {
    // Of the values their hashes do: they are only counted.
    var seen: [Place: Set<Int>] = [:]
    for index in findings.indices {
      for entry in findings[index].fingerprints.entries where isEligible(entry) {
        let place = Place(
          run: findings[index].run, rule: findings[index].rule, name: entry.name)
        var hasher = Hasher()
        hasher.combine(entry.value)
        // Tells the lines of one file apart, and no more.
        if entry.name == FingerprintTrust.lineHash {
          hasher.combine(findings[index].location?.path)
        }
        seen[place, default: []].insert(hasher.finalize())
        ofRules[place, default: Tally()].uses += 1
      }
    }
    for (place, values) in seen {
      ofRules[place]?.values = values.count
      let uses = ofRules[place]?.uses ?? 0
      // What was used once shows nothing.
      guard uses > 1 else { continue }
      let run = RunName(run: place.run, name: place.name)
      ofRuns[run, default: Tally()].uses += uses
      ofRuns[run, default: Tally()].values += values.count
    }
  }

  var places: Dictionary<Place, Tally>.Keys { ofRules.keys }

  func tally(of place: Place) -> Tally { ofRules[place] ?? Tally() }

  /// All rules of a run together that found more than one thing.
  func tallyOfRun(of place: Place) -> Tally {
    ofRuns[RunName(run: place.run, name: place.name)] ?? Tally()
  }
}
