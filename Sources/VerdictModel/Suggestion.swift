/// The end of a sentence about an unknown name: `, did you mean 'merge'?`, or what is known where
/// no name is near: `, known are push, merge`.
package func hint(_ suggestion: String?, known: [String] = []) -> String {
  if let suggestion { return ", did you mean '\(suggestion)'?" }
  return known.isEmpty ? "" : ", known are \(known.joined(separator: ", "))"
}

/// The candidate that somebody probably meant, for "did you mean".
///
/// - Returns: The candidate with the smallest edit distance (Damerau-Levenshtein with adjacent
///   swaps), if that is at most a third of the word's length (and at least 1 is always allowed);
///   among equals the first in order.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let limit = max(1, word.count / 3)
  var best: (distance: Int, candidate: String)?
  for candidate in candidates.sorted() {
    let distance = editDistance(Array(word.lowercased()), Array(candidate.lowercased()))
    if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.candidate
}

/// How many characters must be added, left out, changed or swapped with their neighbours to make one
/// text the other (Damerau-Levenshtein with adjacent swaps); the time is that of `left` × `right`.
package func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in left.indices {
    var current = [row + 1]
    for column in right.indices {
      let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
      var distance = min(substitution, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        distance = min(distance, beforeLast[column - 1] + 1)
      }
      current.append(distance)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
