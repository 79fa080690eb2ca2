/// A file of a Criterion tree: `<group>[/<function>][/<value>]/<slot>/<file>`.
///
/// The slot is the last directory whatever it is called, as a group may be called `new` or
/// `report`.
struct CriterionPath {
  /// The directory of the benchmark, relative to the tree's root; empty for the root itself.
  let directory: String
  /// `new` for the last measurement, `base`, `change`, `report`, or the name of a saved baseline.
  let slot: String
  let file: String

  /// - Returns: `nil` if the path has no slot.
  init?(_ path: String) {
    let parts = path.split(separator: "/")
    guard parts.count >= 2 else { return nil }
    directory = parts.dropLast(2).joined(separator: "/")
    slot = String(parts[parts.count - 2])
    file = String(parts[parts.count - 1])
  }

  /// Whether a file says something about what was measured.
  ///
  /// `base` is mostly a copy of `new`, and `change` may belong to an older run, so neither is read;
  /// of other slots than `new` only the name of their benchmark is, to notice that it was not
  /// measured.
  var isWanted: Bool {
    switch file {
    case "estimates.json", "sample.json": slot == "new"
    case "benchmark.json": slot != "change" && slot != "report"
    default: false
    }
  }

  /// The directory of the benchmark that a slot belongs to, for baselines with a `/` in their name:
  /// `--save-baseline feat/new` makes `sort/feat/new`, which looks like the measurement of a
  /// benchmark `sort/feat`.
  ///
  /// - Parameter name: `directory_name` of the slot's `benchmark.json`.
  func owner(named name: String) -> String {
    let name = name.replacing("\\", with: "/")
    var candidate = Substring(directory)
    while true {
      if candidate == name || candidate.hasSuffix("/" + name) { return String(candidate) }
      guard let slash = candidate.lastIndex(of: "/") else { return directory }
      candidate = candidate[..<slash]
    }
  }
}
