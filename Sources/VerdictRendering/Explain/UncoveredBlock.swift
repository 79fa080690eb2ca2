import VerdictModel

/// Uncovered lines that follow each other, and are all new or all old.
struct UncoveredBlock: Hashable {
  var path: String
  /// 1-based.
  var lines: ClosedRange<Int>
  /// Whether the change adds or edits the lines; `nil` if it is not known.
  var isNew: Bool?

  /// `src/risk/limits.rs 40–44, new`.
  var words: String { "\(path) \(rangeWords)" }

  /// `40–44, new`.
  var rangeWords: String {
    LineRanges(ranges: [lines]).words() + (isNew == true ? ", new" : "")
  }

  /// The uncovered lines of some files, cut where new lines border on old ones.
  ///
  /// - Parameter change: `nil` if it is not known what is new.
  static func blocks(in places: [CheckPlace], _ change: ChangeSet?) -> [Self] {
    places.flatMap { place in
      place.path.map { blocks(of: $0, place.lines, change) } ?? []
    }
  }

  /// The same for one file, ascending.
  static func blocks(of path: String, _ lines: LineRanges, _ change: ChangeSet?) -> [Self] {
    guard let change else { return lines.ranges.map { Self(path: path, lines: $0, isNew: nil) } }
    let added = change.file(at: path)?.added ?? .none
    var blocks: [Self] = []
    for range in lines.ranges {
      let start = blocks.count
      for line in range {
        let isNew = added.contains(line)
        if blocks.count > start, blocks[blocks.count - 1].isNew == isNew {
          blocks[blocks.count - 1].lines = blocks[blocks.count - 1].lines.lowerBound...line
        } else {
          blocks.append(Self(path: path, lines: line...line, isNew: isNew))
        }
      }
    }
    return blocks
  }
}

extension UncoveredBlock: Comparable {
  /// New ones first, of these the largest: what a change has to cover, shortest way first.
  static func < (left: Self, right: Self) -> Bool {
    let (leftIsOld, rightIsOld) = (left.isNew == true ? 0 : 1, right.isNew == true ? 0 : 1)
    return (leftIsOld, -left.lines.count, left.path, left.lines.lowerBound)
      < (rightIsOld, -right.lines.count, right.path, right.lines.lowerBound)
  }
}
