import VerdictModel

/// Pairs the findings of two runs, one to one: which are the same, though code moved, files were
/// renamed, or messages count something else.
///
/// Tier after tier, what agrees in most first; what a tier pairs is out of reach for those behind it.
/// What agrees too little is not paired: it is better to ask about an old finding once more than to
/// let a new one pass for it. What cannot be told apart: two equal findings that change places;
/// without source text, code that is moved to where equal findings were.
struct FindingMatcher {
  private var texts = MatchItems()
  private var join: FindingJoin

  /// What belongs together, by indices into the findings of both sides.
  var pairs: [FindingJoin.Pair] { join.pairs }

  /// - Parameters:
  ///   - before: In canonical order.
  ///   - after: Likewise.
  ///   - renames: What is known of files with another path: the new ones by the old ones.
  init(before: [Finding], after: [Finding], renames: [String: String]) {
    let trust = FingerprintTrust(before, after)
    join = FindingJoin(
      old: texts.items(before, trust: trust), new: texts.items(after, trust: trust),
      // What is no failure is nobody's partner.
      isOldOpen: before.indices.map { before[$0].level > .none },
      isNewOpen: after.indices.map { after[$0].level > .none })
    join.pair(.fingerprint) { MatchKey(fingerprintOf: $0, inFile: true) }
    join.pair(.fingerprint) { MatchKey(fingerprintOf: $0, inFile: false) }
    pairWithinFiles()
    followRenames(renames.map { (texts.number(ofPath: $0.key), texts.number(ofPath: $0.value)) })
  }

  // MARK: - Tiers

  /// - Parameter reason: What to say of pairs instead of the tier; `nil` for the tier.
  private mutating func pairWithinFiles(as reason: MatchReason? = nil) {
    let earlier = join.pairs.count
    pairMessages(reason ?? .context, onlyCertain: true) { item, message in
      item.following == 0
        ? nil : MatchKey(item, message: message, column: item.column, other: item.following)
    }
    pairMessages(reason ?? .anchor, if: .textsMayAgree, onlyCertain: true) { item, message in
      MatchKey(item, message: message, column: item.column)
    }
    join.align(by: join.pairs[earlier...])
    pairMessages(reason ?? .context) { item, message in
      item.following == 0
        ? nil : MatchKey(item, message: message, column: item.column, other: item.following)
    }
    pairPositions(reason ?? .shifted, if: .textsMayAgree)
    pairMessages(reason ?? .lineText) { item, message in
      item.lineText == 0 ? nil : MatchKey(item, message: message, other: item.lineText)
    }
    join.align(by: join.pairs[earlier...])
    pairPositions(reason ?? .shifted, if: .always)
    pairMessages(reason ?? .message, if: .linesAreNear) { item, message in
      MatchKey(item, message: message)
    }
  }

  /// Pairs what is as far below, or as far above, the same line.
  private mutating func pairPositions(_ reason: MatchReason, if condition: PairCondition) {
    pairMessages(reason, if: condition) { item, message in
      MatchKey(
        item, message: message, column: item.column, other: UInt64(clamping: item.position))
    }
    pairMessages(reason, if: condition) { item, message in
      item.positionFromBelow.map { position in
        MatchKey(item, message: message, column: item.column, other: UInt64(clamping: position))
      }
    }
  }

  /// Pairs by what messages say, then by their shapes.
  private mutating func pairMessages(
    _ reason: MatchReason, if condition: PairCondition = .always, onlyCertain: Bool = false,
    by key: (_ item: MatchItem, _ message: Int32) -> MatchKey?
  ) {
    join.pair(reason, if: condition, onlyCertain: onlyCertain) { key($0, $0.message) }
    if texts.hasShapes {
      join.pair(reason, if: condition, onlyCertain: onlyCertain) { key($0, $0.shape) }
    }
  }

  // MARK: - Files with another path

  /// - Parameter known: Old and new paths.
  private mutating func followRenames(_ known: [(old: Int32, new: Int32)]) {
    let oldPaths = Set(join.old.map(\.path))
    let newPaths = Set(join.new.map(\.path))
    // A file that still has findings, or had some before, is where it was.
    var renames: [Int32: Int32] = [:]
    for (old, new) in known.sorted(by: { $0 < $1 })
    where oldPaths.contains(old) && !newPaths.contains(old) && !oldPaths.contains(new) {
      renames[old] = new
    }
    let followed = Set(renames.values)
    let found = RenamedFiles(
      old: join.openOld.map { join.old[Int($0)] }
        .filter { !newPaths.contains($0.path) && renames[$0.path] == nil },
      new: join.openNew.map { join.new[Int($0)] }
        .filter { !oldPaths.contains($0.path) && !followed.contains($0.path) },
      paths: texts.paths)
    renames.merge(found.renames) { known, _ in known }
    guard !renames.isEmpty else { return }
    join.renameOldFiles(renames)
    pairWithinFiles(as: .renamed)
  }
}
