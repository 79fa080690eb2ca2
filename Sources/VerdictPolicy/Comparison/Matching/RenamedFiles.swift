/// Finds files that have another path now by the findings that went with them.
struct RenamedFiles {
  /// What a finding of a file looks like, wherever it is in the file.
  private struct Look: Hashable {
    var rule: Int32
    var shape: Int32
    var text: UInt64
    /// How many lines it is below the finding above it; 0 where texts are known, which say more.
    var gap: UInt32 = 0
  }

  /// The findings of one file.
  private struct File {
    /// By looks without gaps.
    var looks: [Look: Int] = [:]
    /// By looks that few files have.
    var distinctLooks: [Look: Int] = [:]
    var size = 0
  }

  private struct Pair {
    var old: Int32
    var new: Int32
    /// How many findings look the same in both.
    var shared: Int
    /// How many of them look like hardly any other.
    var distinct: Int
    /// Of the larger file.
    var size: Int
    var isNameKept: Bool
  }

  /// A look, or a name, that more files have than this tells nothing about any of them.
  private static let mostFiles = 8

  private let paths: [String]
  private let old: [Int32: File]
  private let new: [Int32: File]

  /// - Parameters:
  ///   - old: The unpaired findings of files that have none any more.
  ///   - new: The unpaired findings of files that had none.
  ///   - paths: The path of each number.
  init(old: [MatchItem], new: [MatchItem], paths: [String]) {
    let hasText = old.allSatisfy { $0.lineText != 0 } && new.allSatisfy { $0.lineText != 0 }
    func files(_ items: [MatchItem]) -> [Int32: File] {
      Dictionary(grouping: items, by: \.path).mapValues { Self.file($0, hasText: hasText) }
    }
    self.paths = paths
    self.old = files(old)
    self.new = files(new)
  }

  private static func file(_ items: [MatchItem], hasText: Bool) -> File {
    var file = File(size: items.count)
    var above: UInt32?
    for item in items.sorted(by: { ($0.line, $0.column, $0.rule) < ($1.line, $1.column, $1.rule) })
    {
      var look = Look(rule: item.rule, shape: item.shape, text: hasText ? item.lineText : 0)
      file.looks[look, default: 0] += 1
      if !hasText { look.gap = above.map { item.line - $0 } ?? 0 }
      file.distinctLooks[look, default: 0] += 1
      above = item.line
    }
    return file
  }

  /// The new path of old ones, each at most once: half of the findings have to be the same, the best
  /// pair counts first, and one finding alone tells nothing unless the file's name is the same.
  var renames: [Int32: Int32] {
    var renames: [Int32: Int32] = [:]
    var taken: Set<Int32> = []
    for pair in candidates where renames[pair.old] == nil && !taken.contains(pair.new) {
      renames[pair.old] = pair.new
      taken.insert(pair.new)
    }
    return renames
  }

  private var candidates: [Pair] {
    likelyPartners.flatMap { old, partners in
      partners.compactMap { new, distinct in pair(old, new, distinct: distinct) }
    }.sorted(by: isBetter)
  }

  /// For each old file the few new ones that have most in common with it that hardly any other has,
  /// or its name; with how much that is.
  private var likelyPartners: [Int32: [(new: Int32, distinct: Int)]] {
    var shared: [Int32: [Int32: Int]] = [:]
    let oldFiles = files(old)
    let newFiles = files(new)
    for (look, files) in oldFiles where files.count <= Self.mostFiles {
      guard let others = newFiles[look], others.count <= Self.mostFiles else { continue }
      for file in files {
        for other in others {
          let count = min(
            old[file]?.distinctLooks[look] ?? 0, new[other]?.distinctLooks[look] ?? 0)
          shared[file, default: [:]][other, default: 0] += count
        }
      }
    }
    let newByName = Dictionary(grouping: new.keys, by: name)
    for file in old.keys {
      guard let others = newByName[name(file)], others.count <= Self.mostFiles else { continue }
      for other in others { shared[file, default: [:]][other, default: 0] += 0 }
    }
    return shared.mapValues { partners in
      Array(
        partners.map { (new: $0.key, distinct: $0.value) }
          .sorted { ($1.distinct, paths[Int($0.new)]) < ($0.distinct, paths[Int($1.new)]) }
          .prefix(2 * Self.mostFiles))
    }
  }

  /// `nil` if they have too little in common.
  private func pair(_ left: Int32, _ right: Int32, distinct: Int) -> Pair? {
    guard let before = old[left], let after = new[right] else { return nil }
    let shared = before.looks.reduce(0) { $0 + min($1.value, after.looks[$1.key] ?? 0) }
    let isNameKept = name(left) == name(right)
    let size = max(before.size, after.size)
    guard distinct >= 2 || (shared > 0 && isNameKept), shared * 2 >= size else { return nil }
    return Pair(
      old: left, new: right, shared: shared, distinct: distinct, size: size, isNameKept: isNameKept)
  }

  /// The files of each look.
  private func files(_ files: [Int32: File]) -> [Look: [Int32]] {
    files.reduce(into: [:]) { found, entry in
      for look in entry.value.distinctLooks.keys { found[look, default: []].append(entry.key) }
    }
  }

  private func isBetter(_ left: Pair, than right: Pair) -> Bool {
    let scores = (left.shared * right.size, right.shared * left.size)
    if scores.0 != scores.1 { return scores.0 > scores.1 }
    if left.distinct != right.distinct { return left.distinct > right.distinct }
    if left.isNameKept != right.isNameKept { return left.isNameKept }
    if left.shared != right.shared { return left.shared > right.shared }
    let old = (paths[Int(left.old)], paths[Int(right.old)])
    if old.0 != old.1 { return old.0 < old.1 }
    return paths[Int(left.new)] < paths[Int(right.new)]
  }

  private func name(_ path: Int32) -> Substring {
    paths[Int(path)].split(separator: "/").last ?? ""
  }
}
