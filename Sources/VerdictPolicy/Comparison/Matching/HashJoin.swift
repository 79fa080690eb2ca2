/// Brings together what has equal keys on both sides, in time that grows with their number only:
/// also a million of one key are one group.
struct HashJoin: Sequence {
  private let old: Members
  private let new: Members
  /// Those with members on both sides, in the order of the old ones.
  private let groups: [Int]

  /// - Parameters:
  ///   - old: Each is in one group at most, in this order.
  ///   - oldKeys: For each of them its key; `nil` for what takes no part.
  ///   - new: Likewise.
  ///   - newKeys: Likewise.
  init<Key: Hashable>(
    _ old: [Int32], keys oldKeys: [Key?], _ new: [Int32], keys newKeys: [Key?]
  ) {
    var numbers: [Key: Int32] = [:]
    numbers.reserveCapacity(old.count)
    let oldGroups = oldKeys.map { key -> Int32 in
      guard let key else { return -1 }
      let next = Int32(clamping: numbers.count)
      let number = numbers[key, default: next]
      if number == next { numbers[key] = next }
      return number
    }
    let newGroups = newKeys.map { key in key.flatMap { numbers[$0] } ?? -1 }
    let (left, right) = (
      Members(old, groups: oldGroups, count: numbers.count),
      Members(new, groups: newGroups, count: numbers.count)
    )
    (self.old, self.new) = (left, right)
    groups = (0..<numbers.count).filter { !right[$0].isEmpty }
  }

  func makeIterator() -> some IteratorProtocol<(old: ArraySlice<Int32>, new: ArraySlice<Int32>)> {
    groups.lazy.map { (old: old[$0], new: new[$0]) }.makeIterator()
  }

  /// Indices, group after group.
  private struct Members {
    private var indices: [Int32]
    /// Where each group begins, and the end of the last one.
    private var starts: [Int32]

    /// - Parameter groups: Of each index its group, or -1.
    init(_ all: [Int32], groups: [Int32], count: Int) {
      starts = Array(repeating: 0, count: count + 1)
      for group in groups where group >= 0 { starts[Int(group) + 1] += 1 }
      for group in 0..<count { starts[group + 1] += starts[group] }
      indices = Array(repeating: 0, count: Int(starts[count]))
      var next = starts
      for (index, group) in zip(all, groups) where group >= 0 {
        indices[Int(next[Int(group)])] = index
        next[Int(group)] += 1
      }
    }

    subscript(group: Int) -> ArraySlice<Int32> {
      indices[Int(starts[group])..<Int(starts[group + 1])]
    }
  }
}
