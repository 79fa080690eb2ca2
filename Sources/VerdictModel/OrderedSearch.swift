extension RandomAccessCollection where Index == Int {
  /// The first place from which on a condition holds, which holds for no element before it; the end
  /// if it never does. Time is log n. Named as in swift-algorithms.
  @inlinable
  package func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
