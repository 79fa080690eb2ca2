import VerdictModel

/// When two findings with equal keys are the same one.
enum PairCondition {
  case always
  /// Unless both lines are known and differ.
  case textsMayAgree
  /// Unless they are so far apart, measured from lines that are known to be the same, that nothing
  /// but the message speaks for it; where both texts are known and differ, between the same of these
  /// lines: an edited line is where it was.
  case linesAreNear
}

/// The findings of two runs while they are being paired.
///
/// Every step is a hash join of what has no partner yet, so that time grows with the number of
/// findings and, where many are alike, with that of sorting them.
struct FindingJoin {
  /// Two findings that are the same, by their indices.
  struct Pair {
    var old: Int32
    var new: Int32
    var reason: MatchReason
  }

  private(set) var old: [MatchItem]
  private(set) var new: [MatchItem]
  /// Indices of what has no partner yet, ascending.
  private(set) var openOld: [Int32]
  private(set) var openNew: [Int32]
  private(set) var pairs: [Pair] = []
  private var isOldOpen: [Bool]
  private var isNewOpen: [Bool]
  /// The last line of each path that any finding is on.
  private var lengths: [Int32: UInt32] = [:]

  /// - Parameters:
  ///   - isOldOpen: For each old item whether it may be paired.
  ///   - isNewOpen: Likewise.
  init(old: [MatchItem], new: [MatchItem], isOldOpen: [Bool], isNewOpen: [Bool]) {
    self.old = old
    self.new = new
    self.isOldOpen = isOldOpen
    self.isNewOpen = isNewOpen
    openOld = isOldOpen.indices.filter { isOldOpen[$0] }.map { Int32(clamping: $0) }
    openNew = isNewOpen.indices.filter { isNewOpen[$0] }.map { Int32(clamping: $0) }
  }

  /// Pairs what has equal keys.
  ///
  /// - Parameters:
  ///   - onlyCertain: Whether to leave what could be paired in more than one way: that takes
  ///     positions, which come from certain pairs.
  ///   - key: `nil` for what takes no part.
  mutating func pair(
    _ reason: MatchReason, if condition: PairCondition = .always, onlyCertain: Bool = false,
    by key: (MatchItem) -> MatchKey?
  ) {
    if condition == .linesAreNear { measureFiles() }
    var found: [Pair] = []
    let groups = HashJoin(
      openOld, keys: openOld.map { key(old[Int($0)]) }, openNew,
      keys: openNew.map { key(new[Int($0)]) })
    for (olds, news) in groups where !onlyCertain || isRigid(olds, news) {
      for (left, right) in nearest(olds, news) where holds(condition, left, right) {
        found.append(Pair(old: left, new: right, reason: reason))
      }
    }
    guard !found.isEmpty else { return }
    for pair in found {
      isOldOpen[Int(pair.old)] = false
      isNewOpen[Int(pair.new)] = false
    }
    openOld.removeAll { !isOldOpen[Int($0)] }
    openNew.removeAll { !isNewOpen[Int($0)] }
    pairs += found
  }

  /// Gives open findings their positions beside what is paired within a file.
  mutating func align(by pairs: ArraySlice<Pair>) {
    var anchors: [Int32: [LineAlignment.Anchor]] = [:]
    let openPaths = Set(openOld.map { old[Int($0)].path })
      .intersection(openNew.map { new[Int($0)].path })
    for pair in pairs {
      let (left, right) = (old[Int(pair.old)], new[Int(pair.new)])
      guard left.path == right.path, left.line > 0, right.line > 0, openPaths.contains(left.path)
      else { continue }
      anchors[left.path, default: []].append(
        LineAlignment.Anchor(old: Int(left.line), new: Int(right.line)))
    }
    let alignments = anchors.mapValues(LineAlignment.init)
    for index in openOld.map(Int.init) where old[index].line > 0 {
      guard let alignment = alignments[old[index].path] else { continue }
      let line = Int(old[index].line)
      old[index].position = alignment.position(ofOld: line)
      old[index].positionFromBelow = alignment.positionFromBelow(ofOld: line)
      old[index].section = alignment.section(ofOld: line)
    }
    for index in openNew.map(Int.init) where new[index].line > 0 {
      guard let alignment = alignments[new[index].path] else { continue }
      let line = Int(new[index].line)
      new[index].position = alignment.position(ofNew: line)
      new[index].positionFromBelow = alignment.positionFromBelow(ofNew: line)
      new[index].section = alignment.section(ofNew: line)
    }
  }

  /// Lets what is open of old files be in other ones.
  mutating func renameOldFiles(_ renames: [Int32: Int32]) {
    for index in openOld.map(Int.init) {
      guard let path = renames[old[index].path] else { continue }
      old[index].path = path
    }
  }

  // MARK: - One group

  /// Whether there is one on either side, or all moved by the same number of lines.
  private func isRigid(_ olds: ArraySlice<Int32>, _ news: ArraySlice<Int32>) -> Bool {
    guard olds.count == news.count else { return false }
    let offsets = zip(olds, news).map { Int(new[Int($1)].line) - Int(old[Int($0)].line) }
    return offsets.allSatisfy { $0 == offsets[0] }
  }

  /// Pairs a group: equal positions first, then near ones.
  private func nearest(
    _ olds: ArraySlice<Int32>, _ news: ArraySlice<Int32>
  ) -> [(Int32, Int32)] {
    if olds.count == 1, news.count == 1 { return [(olds[olds.startIndex], news[news.startIndex])] }
    let left = olds.map { (position: old[Int($0)].position, index: $0) }.sorted { $0 < $1 }
    let right = news.map { (position: new[Int($0)].position, index: $0) }.sorted { $0 < $1 }
    return NearestPairs.pairs(left.map(\.position), right.map(\.position))
      .map { (left[$0.left].index, right[$0.right].index) }
  }

  private func holds(_ condition: PairCondition, _ left: Int32, _ right: Int32) -> Bool {
    let (left, right) = (old[Int(left)], new[Int(right)])
    switch condition {
    case .always: return true
    case .textsMayAgree:
      return textsMayAgree(left, right)
    case .linesAreNear:
      if left.section != right.section, !textsMayAgree(left, right) { return false }
      let distance = (left.position - right.position).magnitude
      return distance <= max(50, UInt(lengths[left.path] ?? 0) / 10)
    }
  }

  private func textsMayAgree(_ left: MatchItem, _ right: MatchItem) -> Bool {
    left.lineText == right.lineText || left.lineText == 0 || right.lineText == 0
  }

  private mutating func measureFiles() {
    lengths = [:]
    for items in [old, new] {
      for item in items { lengths[item.path] = max(lengths[item.path] ?? 0, item.line) }
    }
  }
}
