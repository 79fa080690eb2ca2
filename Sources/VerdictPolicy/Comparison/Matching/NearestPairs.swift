import VerdictModel

/// Pairs the numbers of two ascending lists one to one, as many as the shorter list has.
enum NearestPairs {
  /// - Parameters:
  ///   - left: Ascending line numbers.
  ///   - right: Ascending line numbers.
  /// - Returns: Pairs of indices: equal numbers first, then near ones that do not cross. Exchanging
  ///   the lists exchanges the sides of the pairs. Time is n log n.
  static func pairs(_ left: [Int], _ right: [Int]) -> [(left: Int, right: Int)] {
    var equal: [(left: Int, right: Int)] = []
    var leftRest: [Int] = []
    var rightRest: [Int] = []
    var (at, to) = (0, 0)
    while at < left.count || to < right.count {
      if to == right.count || (at < left.count && left[at] < right[to]) {
        leftRest.append(at)
        at += 1
      } else if at == left.count || right[to] < left[at] {
        rightRest.append(to)
        to += 1
      } else {
        equal.append((at, to))
        at += 1
        to += 1
      }
    }
    if leftRest.count <= rightRest.count {
      let chosen = choose(leftRest.map { left[$0] }, from: rightRest.map { right[$0] })
      return equal + zip(leftRest, chosen).map { ($0, rightRest[$1]) }
    }
    let chosen = choose(rightRest.map { right[$0] }, from: leftRest.map { left[$0] })
    return equal + zip(chosen, rightRest).map { (leftRest[$0], $1) }
  }

  /// For each of the wanted numbers, in order, the index of the nearest candidate (the lower of
  /// two) that is above the last one chosen and leaves enough for the rest.
  private static func choose(_ wanted: [Int], from candidates: [Int]) -> [Int] {
    var chosen: [Int] = []
    var first = 0
    for (index, number) in wanted.enumerated() {
      let last = candidates.count - (wanted.count - index)
      var low = candidates[first..<last].partitioningIndex(where: { $0 >= number })
      if low > first,
        number - candidates[low - 1] <= (candidates[low] - number).magnitude
      {
        low -= 1
      }
      chosen.append(low)
      first = low + 1
    }
    return chosen
  }
}
