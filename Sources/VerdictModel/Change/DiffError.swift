/// Why a unified diff cannot be read: a line and a kind. The words are in
/// `DiffProblem.description`.
package struct DiffError: Error, Hashable, Sendable {
  /// What was found there, with the words of the diff that show it.
  package var problem: DiffProblem
  /// The 1-based line of the diff.
  package var line: Int

  package init(_ problem: DiffProblem, line: Int) {
    self.problem = problem
    self.line = line
  }
}

/// Everything that can be wrong with a unified diff.
package enum DiffProblem: Error, Hashable, Sendable {
  /// There is text, and no file header in it.
  case noFileHeader
  /// A line between two hunks or files that no diff has.
  case unexpectedLine(found: String)
  /// A line inside a hunk that begins with none of blank, `+`, `-` and `\`.
  case brokenHunk(found: String)
  /// A line that begins like a hunk header and is none.
  case malformedHunkHeader(found: String)
  /// A hunk without a file.
  case hunkWithoutFile
  /// A `---` line that no `+++` line follows.
  case missingNewName
  /// A quoted path without its closing quote, or with an unknown escape.
  case malformedPath(found: String)
  /// A `diff --git` line that names two files, without a line that says which is which.
  case ambiguousNames(found: String)
  /// The diff ends, or the next file begins, while a hunk still lacks lines.
  case truncatedHunk(missing: Int)
  /// A file header that nothing follows.
  case truncatedFile(path: String)
  /// One path twice: several diffs in one file, whose line numbers are of different trees.
  case repeatedFile(path: String)
  /// `diff --cc`, `diff --combined` or `@@@`: a diff against several parents.
  case combined
  /// `* Unmerged path`: a conflict that nobody has settled.
  case unmerged
  /// `Only in …`: a new file whose lines the diff does not have.
  case onlyInOneTree
  /// An absolute path that leads out of the repository.
  case elsewhere(path: String)
}

extension DiffProblem: CustomStringConvertible {
  /// One lower-case sentence fragment: what was found, what was expected.
  package var description: String {
    switch self {
    case .noFileHeader:
      "no file header found, expected a unified diff such as 'git diff' prints"
    case .unexpectedLine(let found): "found '\(found)', expected a hunk or the header of a file"
    case .brokenHunk(let found):
      "found '\(found)' inside a hunk, expected a line that begins with a blank, '+' or '-'"
    case .malformedHunkHeader(let found):
      "cannot read '\(found)', expected a hunk header such as '@@ -1,2 +1,3 @@'"
    case .hunkWithoutFile: "a hunk stands before any file header"
    case .missingNewName: "a '---' line must be followed by a '+++' line"
    case .malformedPath(let found): "cannot read the quoted path \(found)"
    case .ambiguousNames(let found): "cannot tell which file '\(found)' names"
    case .truncatedHunk(let missing):
      "the hunk ends too early, \(missing) more \(missing == 1 ? "line" : "lines") expected"
    case .truncatedFile(let path): "nothing follows the header of '\(path)', expected a hunk"
    case .repeatedFile(let path):
      "'\(path)' is there twice, expected one diff and not a series of patches"
    case .combined: "a combined diff has no single old side, expected the output of 'git diff A B'"
    case .unmerged: "a path with an unsettled merge conflict"
    case .onlyInOneTree:
      "a file that only one tree has, without its lines: make the diff with 'diff -ruN'"
    case .elsewhere(let path):
      "'\(path)' is not in this repository, make the diff here, or with relative paths"
    }
  }
}

extension DiffError: CustomStringConvertible {
  /// `line: words`, without the name of the diff, which only the caller knows.
  package var description: String { "\(line): \(problem)" }
}
