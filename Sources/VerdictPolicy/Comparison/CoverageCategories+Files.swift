import VerdictModel

/// The categories of every file of two versions, in one measure.
struct FileCategories {
  /// By the path in the new version, or the old one of a file that is gone.
  private(set) var files: [String: CoverageCategories] = [:]
  private let measure: CoverageMeasure

  /// - Parameters:
  ///   - before: Of the version that the change is compared with.
  ///   - change: What happened to the files since then.
  init(
    _ measure: CoverageMeasure, before: CoverageReport, after: CoverageReport, change: ChangeSet
  ) {
    self.measure = measure
    let renamed = Dictionary(
      change.files.compactMap { file in file.oldPath.map { (file.path, $0) } },
      uniquingKeysWith: { first, _ in first })
    var paired: Set<String> = []
    for file in after.files {
      let changed = change.file(at: file.path)
      let oldPath = renamed[file.path] ?? file.path
      paired.insert(oldPath)
      add(changed?.kind == .added ? nil : before.file(at: oldPath), file, changed, as: file.path)
    }
    let newPaths = Dictionary(
      renamed.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    let deleted = Set(change.files.filter { $0.kind == .deleted }.map(\.path))
    for file in before.files where !paired.contains(file.path) {
      if deleted.contains(file.path) {
        files[file.path, default: CoverageCategories()].add(deleted: file.tally(measure))
      } else {
        let path = newPaths[file.path] ?? file.path
        add(file, nil, change.file(at: path), as: path)
      }
    }
  }

  private mutating func add(
    _ before: FileCoverage?, _ after: FileCoverage?, _ change: ChangedFile?, as path: String
  ) {
    files[path, default: CoverageCategories()] += CoverageCategories(
      before: before?.perLine(measure) ?? [], after: after?.perLine(measure) ?? [], change)
  }

  /// Those of all files together.
  var total: CoverageCategories {
    files.values.reduce(into: CoverageCategories()) { $0 += $1 }
  }
}

extension CoverageCategories {
  /// Those of one file.
  ///
  /// - Parameters:
  ///   - before: What each line of the old version has, ascending.
  ///   - after: The same of the new version.
  ///   - change: `nil` if the file is not touched.
  init(
    before: [(line: Int, tally: Tally)], after: [(line: Int, tally: Tally)], _ change: ChangedFile?
  ) {
    self.init()
    let map = LineMap(change)
    var old: [Int: Tally] = [:]
    for (line, tally) in before {
      if let line = map.newLine(of: line) {
        old[line] = tally
      } else {
        add(deleted: tally)
      }
    }
    for (line, tally) in after {
      if change?.added.contains(line) == true {
        add(new: tally)
      } else {
        add(before: old.removeValue(forKey: line) ?? .none, after: tally)
      }
    }
    for tally in old.values { add(before: tally, after: .none) }
  }
}

extension FileCoverage {
  /// What each line has, ascending.
  fileprivate func perLine(_ measure: CoverageMeasure) -> [(line: Int, tally: Tally)] {
    switch measure {
    case .lines: coverableLines(except: [])
    case .strict: coverableLines(except: Set(partialLines))
    case .branches: branches.perLine
    case .functions: functions.perLine
    }
  }

  private func coverableLines(except missed: Set<Int>) -> [(line: Int, tally: Tally)] {
    zip(lines.numbers, lines.counts).map { number, count in
      let isCovered = count > 0 && !missed.contains(Int(number))
      return (line: Int(number), tally: Tally(covered: isCovered ? 1 : 0, total: 1))
    }
  }
}
