/// Finds files that have another path now by the findings that went with them.
struct RenamedFiles {
  /// What a finding of a file looks like, wherever it is in the file.
  private struct Look: Hashable {
    var rule: Int32
    var shape: Int32
    var text: UInt64
  }

  private struct Pair {
    var old: Int32
    var new: Int32
    var shared: Int
    var size: Int
  }

  /// A look that more files have than this tells nothing about any of them.
  private static let mostFiles = 8

  private let paths: [String]
  private let old: [Int32: [Look: Int]]
  private let new: [Int32: [Look: Int]]

  /// - Parameters:
  ///   - old: The unpaired findings of files that have none any more.
  ///   - new: The unpaired findings of files that had none.
  ///   - paths: The path of each number.
  init(old: [MatchItem], new: [MatchItem], paths: [String]) {
    let hasText = old.allSatisfy { $0.lineText != 0 } && new.allSatisfy { $0.lineText != 0 }
    func looks(_ items: [MatchItem]) -> [Int32: [Look: Int]] {
      items.reduce(into: [:]) { files, item in
        let look = Look(rule: item.rule, shape: item.shape, text: hasText ? item.lineText : 0)
        files[item.path, default: [:]][look, default: 0] += 1
      }
    }
    self.paths = paths
    self.old = looks(old)
    self.new = looks(new)
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
    var shared: [Int64: Int] = [:]
    let oldFiles = files(old)
    let newFiles = files(new)
    for (look, files) in oldFiles where files.count <= Self.mostFiles {
      guard let others = newFiles[look], others.count <= Self.mostFiles else { continue }
      for file in files {
        for other in others {
          let count = min(old[file]?[look] ?? 0, new[other]?[look] ?? 0)
          shared[Int64(file) << 32 | Int64(other), default: 0] += count
        }
      }
    }
    return shared.compactMap { key, count in
      let pair = Pair(
        old: Int32(key >> 32), new: Int32(truncatingIfNeeded: key), shared: count,
        size: max(size(old, Int32(key >> 32)), size(new, Int32(truncatingIfNeeded: key))))
      let isEnough = count >= 2 || name(pair.old) == name(pair.new)
      return isEnough && count * 2 >= pair.size ? pair : nil
    }.sorted(by: isBetter)
  }

  /// The files of each look.
  private func files(_ looks: [Int32: [Look: Int]]) -> [Look: [Int32]] {
    looks.reduce(into: [:]) { files, entry in
      for look in entry.value.keys { files[look, default: []].append(entry.key) }
    }
  }

  private func size(_ looks: [Int32: [Look: Int]], _ file: Int32) -> Int {
    looks[file]?.values.reduce(0, +) ?? 0
  }

  private func isBetter(_ left: Pair, than right: Pair) -> Bool {
    let scores = (left.shared * right.size, right.shared * left.size)
    if scores.0 != scores.1 { return scores.0 > scores.1 }
    if left.shared != right.shared { return left.shared > right.shared }
    let old = (paths[Int(left.old)], paths[Int(right.old)])
    if old.0 != old.1 { return old.0 < old.1 }
    return paths[Int(left.new)] < paths[Int(right.new)]
  }

  private func name(_ path: Int32) -> Substring? {
    paths[Int(path)].split(separator: "/").last
  }
}
