/// Turns the paths of reports into paths of the repository.
///
/// Producers write paths relative to something else, absolute ones of another machine, Windows
/// ones, URLs. Each is matched with the files of the repository where these are known; what matches
/// none is kept, cleaned, and counted.
package struct PathResolver: Sendable {
  /// Cut off from the beginning of paths; ends in `/` or is empty.
  private let strip: String
  /// `nil` where there is no repository to ask.
  private let known: KnownFiles?

  /// What became of a path.
  package enum Resolution: Hashable, Sendable {
    case resolved(String)
    /// No file of the repository fits; the cleaned path.
    case unresolved(String)
    /// Several do; the cleaned path and the candidates, sorted.
    case ambiguous(String, [String])

    /// The path to go on with, whether it could be resolved or not.
    package var path: String {
      switch self {
      case .resolved(let path), .unresolved(let path), .ambiguous(let path, _): path
      }
    }
  }

  /// - Parameters:
  ///   - strip: A leading part to cut off, as the policy has it; empty for none.
  ///   - repositoryFiles: All files that paths may mean; `nil` if unknown.
  package init(strip: String, repositoryFiles: KnownFiles?) {
    self.strip = strip.isEmpty || strip.hasSuffix("/") ? strip : strip + "/"
    known = repositoryFiles
  }

  /// - Parameters:
  ///   - path: The path as the report has it.
  ///   - roots: Directories that it may be relative to.
  package func resolve(_ path: String, roots: [String]) -> Resolution {
    let cleaned = Self.clean(path)
    // Nothing to ask and nothing to cut off.
    if known == nil, strip.isEmpty { return .resolved(cleaned) }
    let rooted = Self.isRelative(cleaned) ? roots.map { Self.clean($0 + "/" + cleaned) } : []
    let candidates = ([cleaned] + rooted).map { (path: $0, stripped: stripping($0)) }
    // Without anything to ask: believe the policy's `strip`, then the report.
    let believed = candidates.first { $0.path != $0.stripped }?.stripped ?? cleaned
    guard let known else { return .resolved(believed) }
    let found = Set(candidates.map(\.stripped).filter(known.contains)).sorted()
    if let only = found.first {
      return found.count == 1 ? .resolved(only) : .ambiguous(believed, found)
    }
    // Only a path of another machine has leading parts that mean nothing here: a relative one that
    // is no file of the repository, such as that of a vendored package, is another file.
    let absolute = candidates.map(\.stripped).filter { !Self.isRelative($0) }
    let suffixes = Set(absolute.compactMap(known.longestSuffix)).sorted()
    if let only = suffixes.first {
      return suffixes.count == 1 ? .resolved(only) : .ambiguous(believed, suffixes)
    }
    let longer = known.filesEnding(in: cleaned)
    if let only = longer.first {
      return longer.count == 1 ? .resolved(only) : .ambiguous(believed, longer)
    }
    return known.isComplete ? .unresolved(believed) : .resolved(believed)
  }

  private func stripping(_ path: String) -> String {
    !strip.isEmpty && path.hasPrefix(strip) ? String(path.dropFirst(strip.count)) : path
  }

  /// Forward slashes, no `.` or `..` part that could be resolved, no `file://`, no `/_/` of
  /// deterministic .NET builds.
  private static func clean(_ path: String) -> String {
    if isClean(path) { return path }
    var text = path.replacingBackslashes
    if text.hasPrefix("file://") { text.removeFirst("file://".count) }
    if text.hasPrefix("/_/") { text.removeFirst("/_/".count) }
    let scheme = scheme(of: text)
    text.removeFirst(scheme.count)
    var parts: [Substring] = []
    for part in text.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return scheme + (text.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// Whether nothing has to be done, as with most paths; `false` in case of doubt.
  private static func isClean(_ path: String) -> Bool {
    // A part may be `.` or `..` where one begins with a dot; `_` is for `/_/`.
    var isAtStart = path.utf8.first != UInt8(ascii: "/")
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ":"): return false
      case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"):
        if isAtStart { return false }
      default: break
      }
      isAtStart = byte == UInt8(ascii: "/")
    }
    return !isAtStart
  }

  private static func isRelative(_ path: String) -> Bool {
    !path.hasPrefix("/") && !hasDrive(path) && scheme(of: path).isEmpty
  }

  /// `https://` of a URL, as SourceLink names files; empty if there is none.
  private static func scheme(of path: String) -> String {
    let name = path.prefix(while: \.isLetter)
    return !name.isEmpty && path.dropFirst(name.count).hasPrefix("://") ? name + "://" : ""
  }

  private static func hasDrive(_ path: String) -> Bool {
    let start = path.prefix(2)
    return start.count == 2 && start.last == ":" && start.first?.isLetter == true
  }
}

/// The files of a repository, indexed for matching.
package struct KnownFiles: Sendable {
  private let files: Set<String>
  /// Files by their last path part, each list sorted.
  private let byName: [Substring: [String]]

  /// Whether these are all files there are; of a diff they are not, and a path that is none of them
  /// is none to wonder at.
  let isComplete: Bool

  /// - Parameters:
  ///   - files: Paths relative to the repository's root.
  ///   - isComplete: Whether the repository has no others.
  package init(_ files: some Sequence<String>, isComplete: Bool = true) {
    self.files = Set(files)
    self.isComplete = isComplete
    byName = Dictionary(grouping: self.files.sorted()) { $0.lastPart }
  }

  func contains(_ path: String) -> Bool { files.contains(path) }

  /// The file that the path ends in, leading parts cut off one by one: `a/b.py` for
  /// `/build/shop/a/b.py`.
  func longestSuffix(of path: String) -> String? {
    var rest = path[...]
    while let slash = rest.firstIndex(of: "/") {
      rest = rest[rest.index(after: slash)...]
      if files.contains(String(rest)) { return String(rest) }
    }
    return nil
  }

  /// The files of which the path is the end, sorted: `b.py` for `a/b.py`.
  func filesEnding(in path: String) -> [String] {
    byName[path.lastPart, default: []].filter { $0.hasSuffix("/" + path) }
  }
}

extension String {
  fileprivate var lastPart: Substring {
    lastIndex(of: "/").map { self[index(after: $0)...] } ?? self[...]
  }

  fileprivate var replacingBackslashes: String {
    contains("\\") ? String(map { $0 == "\\" ? "/" : $0 }) : self
  }
}
