/// A path as policies write it, without `.`, and without `..` but at its beginning. Links are not
/// followed: git finds the same file in a commit.
struct PolicyPath: Hashable, Sendable {
  private let isAbsolute: Bool
  /// How many directories it leads up before it leads down.
  let levelsUp: Int
  private(set) var parts: [Substring]

  init(_ text: String) {
    self.init(isAbsolute: text.hasPrefix("/"), text.split(separator: "/"))
  }

  private init(isAbsolute: Bool, _ steps: [Substring]) {
    var levelsUp = 0
    var parts: [Substring] = []
    for step in steps where step != "." {
      if step != ".." {
        parts.append(step)
      } else if parts.popLast() == nil, !isAbsolute {
        levelsUp += 1
      }
    }
    self.isAbsolute = isAbsolute
    self.levelsUp = levelsUp
    self.parts = parts
  }

  /// The path of the file that the file at this path means by a relative one.
  func resolving(_ reference: String) -> PolicyPath {
    PolicyPath(
      isAbsolute: isAbsolute,
      Array(repeating: "..", count: levelsUp) + parts.dropLast() + reference.split(separator: "/"))
  }

  /// How the first parts of the path, up to each, are written: `../base`, `../base/policy.json`.
  var stops: [String] {
    parts.indices.map { last in
      var stop = self
      stop.parts = Array(parts[...last])
      return stop.text
    }
  }

  /// `../base/policy.json`; `.` for the directory itself.
  var text: String {
    let steps = Array(repeating: "..", count: levelsUp) + parts
    if isAbsolute { return "/" + steps.joined(separator: "/") }
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }
}
