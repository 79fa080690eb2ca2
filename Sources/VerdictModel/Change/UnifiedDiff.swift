extension ChangeSet {
  /// Reads a unified diff: what `git diff` prints with any prefixes and any amount of context, or
  /// `diff -u` and `diff -ruN`.
  ///
  /// Only numbers and names are taken from it; no byte is a change of nothing, any other text
  /// without a file header is an error. Text before the first header (a commit message) is skipped.
  /// A copy counts as added, with the lines in which it differs from what it was copied from; a
  /// binary file has no lines; what `diff -N` takes for an empty file counts as modified. Format:
  /// POSIX `diff -u`; git-diff(1), *Generating patch text with -p*.
  ///
  /// - Parameters:
  ///   - bytes: The whole diff. File names that are not UTF-8 are repaired.
  ///   - origin: What the tree was compared with, for people.
  package init(parsing bytes: [UInt8], origin: String) throws(DiffError) {
    var parser = UnifiedDiffParser()
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      try parser.consume(bytes[start..<end])
      start = end + 1
    }
    self.init(origin: origin, files: try parser.finish())
  }

  /// Reads a unified diff that is text already.
  package init(parsing text: String, origin: String) throws(DiffError) {
    try self.init(parsing: Array(text.utf8), origin: origin)
  }
}

/// Takes a diff line by line.
struct UnifiedDiffParser {
  private var files: [ChangedFile] = []
  private var indexByPath: [String: Int] = [:]
  private var line = 0
  /// The file whose header was read last; `nil` before the first.
  private var section: DiffSection?
  /// The hunk that still lacks lines.
  private var hunk: OpenHunk?
  /// The name in a `---` line that waits for its `+++` line.
  private var oldName: Substring?
  /// How many lines of the signature that ends a mailed patch may still come.
  private var signatureLines: Int?

  mutating func consume(_ bytes: ArraySlice<UInt8>) throws(DiffError) {
    line += 1
    if hunk == nil {
      var text = Substring(String(decoding: bytes, as: UTF8.self))
      if text.utf8.last == UInt8(ascii: "\r") { text = text.dropLast() }
      try consumeHeader(text)
    } else {
      try consumeContent(bytes)
    }
  }

  mutating func finish() throws(DiffError) -> [ChangedFile] {
    if let hunk { throw DiffError(.truncatedHunk(missing: hunk.missing), line: line) }
    if oldName != nil, section != nil { throw DiffError(.missingNewName, line: line) }
    if section == nil, line > 0 { throw DiffError(.noFileHeader, line: line) }
    try closeSection()
    return files
  }

  private mutating func consumeContent(_ bytes: ArraySlice<UInt8>) throws(DiffError) {
    guard var open = hunk else { return }
    // Some editors strip the blank off an empty line of context.
    let first = bytes.first ?? UInt8(ascii: " ")
    switch first {
    case UInt8(ascii: "+") where open.newLeft > 0:
      section?.add(line: open.newLine)
      open.takeNew()
    case UInt8(ascii: "-") where open.oldLeft > 0:
      section?.delete(line: open.oldLine)
      open.takeOld()
    case UInt8(ascii: " ") where open.oldLeft > 0 && open.newLeft > 0,
      UInt8(ascii: "\r") where bytes.count == 1 && open.oldLeft > 0 && open.newLeft > 0:
      open.takeOld()
      open.takeNew()
    case UInt8(ascii: "\\"): break
    case UInt8(ascii: "@"), UInt8(ascii: "d"):
      throw DiffError(.truncatedHunk(missing: open.missing), line: line)
    default:
      throw DiffError(.brokenHunk(found: Self.excerpt(bytes)), line: line)
    }
    hunk = open.missing > 0 ? open : nil
  }

  private mutating func consumeHeader(_ text: Substring) throws(DiffError) {
    if try consumeNewName(text) { return }
    if let allowed = signatureLines, !text.hasPrefix("diff --git ") {
      guard text.isEmpty || allowed > 0 else { throw unexpected(text) }
      signatureLines = text.isEmpty ? allowed : allowed - 1
      return
    }
    signatureLines = nil
    if text.hasPrefix("diff --git ") {
      try open(DiffSection(git: text, line: line))
    } else if text.hasPrefix("diff --c") || text.hasPrefix("@@@ ") {
      throw DiffError(.combined, line: line)
    } else if text.hasPrefix("@@ ") {
      try openHunk(text)
    } else if text.hasPrefix("* Unmerged path ") {
      throw DiffError(.unmerged, line: line)
    } else if text.hasPrefix("Only in "), text.contains(": ") {
      throw DiffError(.onlyInOneTree, line: line)
    } else if text.hasPrefix("--- ") {
      oldName = text.dropFirst(4)
    } else if text.hasPrefix("Binary files "), text.hasSuffix(" differ"), section?.isGit != true {
      try open(DiffSection(binary: text.dropFirst(13).dropLast(7), text: text, line: line))
    } else if text.hasPrefix("diff -") {
      // The command line that `diff -r` prints before each file.
      try open(DiffSection(plain: text, line: line))
    } else if section != nil {
      try consumeSectionLine(text)
    }
  }

  /// Takes the line after a `---` line.
  ///
  /// - Returns: Whether the line was a `+++` line, and so is done with.
  private mutating func consumeNewName(_ text: Substring) throws(DiffError) -> Bool {
    guard let old = oldName else { return false }
    oldName = nil
    guard text.hasPrefix("+++ ") else {
      // A commit message may hold anything.
      if section == nil { return false }
      throw DiffError(.missingNewName, line: line)
    }
    let new = text.dropFirst(4)
    guard let oldName = DiffNames.name(old) else {
      throw DiffError(.malformedPath(found: Self.excerpt(old)), line: line - 1)
    }
    guard let newName = DiffNames.name(new) else {
      throw DiffError(.malformedPath(found: Self.excerpt(new)), line: line)
    }
    if section?.awaitsNames != true {
      try open(DiffSection(plain: "--- " + old, line: line - 1))
    }
    section?.setNames(old: oldName, new: newName)
    return true
  }

  private mutating func consumeSectionLine(_ text: Substring) throws(DiffError) {
    if text.isEmpty || text.hasPrefix("Index: ") || text.hasPrefix("=====") { return }
    if text == "-- " {
      signatureLines = 1
    } else if text.hasPrefix("\\ "), section?.hunks ?? 0 > 0 {
      return
    } else {
      let isKnown: Bool
      do throws(DiffProblem) {
        isKnown = try section?.consumeExtended(text) ?? false
      } catch {
        throw DiffError(error, line: line)
      }
      guard isKnown else { throw unexpected(text) }
    }
  }

  private mutating func openHunk(_ text: Substring) throws(DiffError) {
    guard section?.hasNames == true else { throw DiffError(.hunkWithoutFile, line: line) }
    guard let header = HunkHeader(text), header.newStart > 0 || header.newCount == 0,
      header.oldStart > 0 || header.oldCount == 0
    else { throw DiffError(.malformedHunkHeader(found: Self.excerpt(text)), line: line) }
    section?.hunks += 1
    let open = OpenHunk(header)
    hunk = open.missing > 0 ? open : nil
  }

  private mutating func open(_ next: DiffSection) throws(DiffError) {
    try closeSection()
    section = next
  }

  private mutating func closeSection() throws(DiffError) {
    guard let done = section else { return }
    let file: ChangedFile
    do throws(DiffProblem) {
      file = try done.file()
    } catch {
      throw DiffError(error, line: done.line)
    }
    guard let index = indexByPath[file.path] else {
      indexByPath[file.path] = files.count
      files.append(file)
      return
    }
    // git shows a change of type (a link that becomes a file) as a deletion and an addition.
    guard files[index].kind == .deleted, file.kind == .added else {
      throw DiffError(.repeatedFile(path: file.path), line: done.line)
    }
    files[index].kind = .modified
    files[index].added = file.added
  }

  private func unexpected(_ text: Substring) -> DiffError {
    DiffError(.unexpectedLine(found: Self.excerpt(text)), line: line)
  }

  /// The beginning of a line, fit for an error message.
  private static func excerpt(_ text: Substring) -> String {
    excerpt(Array(text.utf8)[...])
  }

  private static func excerpt(_ bytes: ArraySlice<UInt8>) -> String {
    let longest = 60
    return String(
      decoding: bytes.prefix(longest).filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
      + (bytes.count > longest ? "…" : "")
  }
}

/// A hunk whose lines are still to come.
private struct OpenHunk {
  var oldLine: Int
  var newLine: Int
  var oldLeft: Int
  var newLeft: Int

  init(_ header: HunkHeader) {
    oldLine = header.oldStart
    newLine = header.newStart
    oldLeft = header.oldCount
    newLeft = header.newCount
  }

  /// The fewest lines that can complete it.
  var missing: Int { max(oldLeft, newLeft) }

  mutating func takeOld() {
    oldLine = min(oldLine + 1, HunkHeader.maxLine)
    oldLeft -= 1
  }

  mutating func takeNew() {
    newLine = min(newLine + 1, HunkHeader.maxLine)
    newLeft -= 1
  }
}
