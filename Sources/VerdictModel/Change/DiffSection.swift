/// What one file's part of a unified diff has said so far.
struct DiffSection {
  /// Whether it began with `diff --git`.
  let isGit: Bool
  /// The 1-based line of its header.
  let line: Int
  var hunks = 0

  /// The header line, for errors.
  private let header: Substring
  private var names: (old: String, new: String)?
  private var hasNameLines = false
  private var kind: ChangedFile.Kind?
  private var oldPath: String?
  private var newPath: String?
  private var isBinary = false
  private var hasBinaryPatch = false
  /// Whether a header line says all there is to say: a mode, a rename.
  private var isComplete = false
  /// Whether the blob ids differ, so that hunks must follow.
  private var expectsContent = false
  private var added: [ClosedRange<Int>] = []
  private var deleted: [ClosedRange<Int>] = []

  /// Begins at a `diff --git` line.
  init(git header: Substring, line: Int) {
    isGit = true
    self.header = header
    self.line = line
    names = DiffNames.pair(header.dropFirst(11)).map {
      DiffNames.withoutPrefixes(old: $0.old, new: $0.new)
    }
  }

  /// Begins at a `---` line, or at the command line before it.
  init(plain header: Substring, line: Int) {
    isGit = false
    self.header = header
    self.line = line
  }

  /// All there is about a binary file in the output of `diff`: `Binary files A and B differ`.
  init(binary names: Substring, text: Substring, line: Int) {
    self.init(plain: text, line: line)
    isBinary = true
    let separator = " and "
    for index in names.indices where names[index...].hasPrefix(separator) {
      let old = String(names[..<index])
      let new = String(names[index...].dropFirst(separator.count))
      let bare = DiffNames.withoutPrefixes(old: old, new: new)
      if bare.old == bare.new || old == DiffNames.none || new == DiffNames.none {
        self.names = bare
      }
    }
  }

  /// Whether a `---` line belongs to this file, and does not begin the next one.
  var awaitsNames: Bool { !hasNameLines && hunks == 0 && !isBinary }

  /// Whether hunks may follow.
  var hasNames: Bool { hasNameLines }

  /// Takes the names of the `---` and `+++` lines.
  mutating func setNames(old: String, new: String) {
    hasNameLines = true
    if kind == nil, old == DiffNames.none { kind = .added }
    if kind == nil, new == DiffNames.none { kind = .deleted }
    // The `diff --git` line has both names, even where a side is /dev/null.
    if !isGit || names == nil { names = DiffNames.withoutPrefixes(old: old, new: new) }
  }

  /// Takes a line of the new tree.
  mutating func add(line: Int) { added.append(line: line) }

  /// Takes a line of the old tree.
  mutating func delete(line: Int) { deleted.append(line: line) }

  /// Takes one of the lines between `diff --git` and the first hunk.
  ///
  /// - Returns: Whether the line is known.
  mutating func consumeExtended(_ text: Substring) throws(DiffProblem) -> Bool {
    guard isGit, hunks == 0, !hasNameLines else { return false }
    if hasBinaryPatch { return isBinaryPatch(text) }
    if text.hasPrefix("new file mode ") {
      kind = .added
      isComplete = true
    } else if text.hasPrefix("deleted file mode ") {
      kind = .deleted
      isComplete = true
    } else if let path = value(of: "rename from ", "rename old ", in: text) {
      kind = .renamed
      oldPath = try unquoted(path)
    } else if let path = value(of: "rename to ", "rename new ", in: text) {
      newPath = try unquoted(path)
      isComplete = true
    } else if text.hasPrefix("copy from ") {
      kind = .added
    } else if let path = value(of: "copy to ", in: text) {
      newPath = try unquoted(path)
      isComplete = true
    } else if text.hasPrefix("old mode ") || text.hasPrefix("new mode ") {
      isComplete = true
    } else if text.hasPrefix("index ") {
      expectsContent = hasContent(text.dropFirst(6))
    } else if text == "GIT binary patch" {
      isBinary = true
      hasBinaryPatch = true
    } else if text.hasPrefix("Binary files "), text.hasSuffix(" differ") {
      isBinary = true
    } else {
      return text.hasPrefix("similarity index ") || text.hasPrefix("dissimilarity index ")
    }
    return true
  }

  /// The finished file.
  func file() throws(DiffProblem) -> ChangedFile {
    let hasBody = hunks > 0 || isBinary
    guard hasBody || (isGit && isComplete && !expectsContent) else {
      throw .truncatedFile(path: newPath ?? names?.new ?? String(header))
    }
    guard let new = newPath ?? names?.new, let old = oldPath ?? names?.old ?? newPath else {
      throw .ambiguousNames(found: String(header))
    }
    let kind = self.kind ?? .modified
    return ChangedFile(
      path: kind == .deleted ? old : new, oldPath: kind == .renamed ? old : nil, kind: kind,
      added: LineRanges(ranges: added), deleted: LineRanges(ranges: deleted))
  }

  /// What follows one of the keywords.
  private func value(of keywords: String..., in text: Substring) -> Substring? {
    keywords.first(where: text.hasPrefix).map { text.dropFirst($0.count) }
  }

  private func unquoted(_ path: Substring) throws(DiffProblem) -> String {
    guard let name = DiffNames.name(path) else { throw .malformedPath(found: String(path)) }
    return name
  }

  /// Whether an `index old..new mode` line says that there are lines to show: an empty file comes
  /// and goes without any.
  private func hasContent(_ ids: Substring) -> Bool {
    let parts = ids.prefix { $0 != " " }.split(separator: ".", omittingEmptySubsequences: true)
    guard parts.count == 2, parts[0] != parts[1] else { return parts.count != 2 }
    return !(kind == .added && isEmptyBlob(parts[1]))
      && !(kind == .deleted && isEmptyBlob(parts[0]))
  }

  /// Whether an abbreviated id is that of the blob without content, in SHA-1 or SHA-256.
  private func isEmptyBlob(_ id: Substring) -> Bool {
    let empty = [
      "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
      "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
    ]
    return id.count >= 4 && empty.contains { $0.hasPrefix(id) }
  }

  /// `GIT binary patch` goes on with `literal N` or `delta N` and lines of base 85.
  private func isBinaryPatch(_ text: Substring) -> Bool {
    if text.hasPrefix("literal ") || text.hasPrefix("delta ") { return true }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }
}

extension [ClosedRange<Int>] {
  /// Appends a line that comes behind all others.
  fileprivate mutating func append(line: Int) {
    if let last, last.upperBound + 1 == line {
      self[count - 1] = last.lowerBound...line
    } else {
      append(line...line)
    }
  }
}
