import VerdictModel

/// Pairs the numbers of two ascending lists one to one, as many as the shorter list has.
enum NearestPairs {
  /// Of more combinations it takes too long to tell how far apart most are.
  private static let mostCombinations = 256

  /// - Parameters:
  ///   - left: Ascending line numbers.
  ///   - right: Ascending line numbers.
  /// - Returns: Pairs of indices. Of a few numbers those come first that are as far apart as most
  ///   others: lines that came in above move all that is below. Then equal numbers, then near ones
  ///   that do not cross. Exchanging the lists exchanges the sides of the pairs. Time is n log n.
  static func pairs(_ left: [Int], _ right: [Int]) -> [(left: Int, right: Int)] {
    var found: [(left: Int, right: Int)] = []
    var (leftOpen, rightOpen) = (Array(left.indices), Array(right.indices))
    while let distance = commonDistance(leftOpen.map { left[$0] }, rightOpen.map { right[$0] }) {
      var (leftRest, rightRest): ([Int], [Int]) = ([], rightOpen)
      for index in leftOpen {
        if let partner = rightRest.firstIndex(where: { right[$0] == left[index] + distance }) {
          found.append((index, rightRest.remove(at: partner)))
        } else {
          leftRest.append(index)
        }
      }
      (leftOpen, rightOpen) = (leftRest, rightRest)
    }
    return found
      + nearest(leftOpen.map { left[$0] }, rightOpen.map { right[$0] })
      .map { (leftOpen[$0.left], rightOpen[$0.right]) }
  }

  /// How far apart more pairs are than any other number of lines; `nil` if that says nothing.
  private static func commonDistance(_ left: [Int], _ right: [Int]) -> Int? {
    guard left.count > 1, right.count > 1, left.count * right.count <= mostCombinations else {
      return nil
    }
    let distances = left.flatMap { line in right.map { $0 - line } }
    let counts = Dictionary(distances.map { ($0, 1) }, uniquingKeysWith: +)
    let ordered = counts.sorted { ($1.value, $0.key.magnitude) < ($0.value, $1.key.magnitude) }
    guard let first = ordered.first, first.value > 1 else { return nil }
    // As many above as below: neither is meant.
    if ordered.count > 1, (ordered[1].value, ordered[1].key) == (first.value, -first.key) {
      return nil
    }
    return first.key
  }

  /// Equal numbers first, then near ones that do not cross.
  private static func nearest(_ left: [Int], _ right: [Int]) -> [(left: Int, right: Int)] {
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
