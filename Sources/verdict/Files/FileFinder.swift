import Files
import VerdictModel

/// Finds the files that the patterns of a policy mean.
struct FileFinder {
  /// The directory that patterns are relative to.
  let base: String

  /// Expands patterns.
  ///
  /// A pattern without wildcards means the path it spells, be it a file or a directory, also
  /// outside the base directory (`../x`). Wildcards match files only, below the path that stands
  /// before the first wildcard; `.git` and links to directories are never entered.
  ///
  /// - Returns: Paths as the patterns spell them, relative to the base directory, with `/`, sorted,
  ///   each once; and the patterns that nothing matches.
  /// - Throws: `FileError` if a directory cannot be searched: files that cannot be seen must not
  ///   look like files that are not there.
  func find(_ patterns: [Glob]) throws(FileError) -> (files: [String], unmatched: [Glob]) {
    var found: Set<String> = []
    var unmatched: [Glob] = []
    for pattern in patterns {
      let matches = try matches(of: pattern)
      if matches.isEmpty { unmatched.append(pattern) }
      found.formUnion(matches)
    }
    return (found.sorted(), unmatched)
  }

  private func matches(of pattern: Glob) throws(FileError) -> [String] {
    let prefix = Self.normalized(pattern.literalPrefix)
    if pattern.isLiteral { return try FileStatus(of: full(prefix)) == nil ? [] : [prefix] }
    guard try FileStatus(of: full(prefix))?.kind == .directory else { return [] }
    return try matches(of: pattern, below: prefix)
  }

  private func matches(of pattern: Glob, below prefix: String) throws(FileError) -> [String] {
    let start = prefix == "." ? "" : prefix == "/" ? "/" : prefix + "/"
    let files = try TreeWalker.files(below: full(prefix)) { directory in
      let isRepository = directory == ".git" || directory.hasSuffix("/.git")
      return !isRepository && pattern.mayMatch(below: start + directory)
    }
    return files.map { start + $0 }.filter(pattern.matches)
  }

  private func full(_ path: String) -> String {
    path.hasPrefix("/") ? path : base + "/" + path
  }

  /// Without empty parts and `.`; `.` if nothing is left.
  private static func normalized(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + parts }
    return parts.isEmpty ? "." : parts
  }
}
