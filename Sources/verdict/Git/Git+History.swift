/// Files as they were.
extension Git {
  /// What a commit has at a path.
  enum Entry: Hashable {
    case file([UInt8])
    /// A symbolic link, a directory or another repository; what it is, with its article.
    case other(String)
  }

  /// The path of a file relative to the root, as it is spelled: no links are followed, so that
  /// nobody can make it lead elsewhere.
  ///
  /// - Parameter file: Relative to the directory that the repository was looked for from, or
  ///   absolute.
  /// - Returns: `nil` for a file outside of the repository.
  func path(of file: String) -> String? {
    guard file.hasPrefix("/") else { return Self.normalized(prefix + file) }
    return file.hasPrefix(root + "/") ? Self.normalized(file.dropFirst(root.count)) : nil
  }

  /// Without `.` and `..`; `nil` if nothing is left, or if the path leads out.
  static func normalized(_ path: some StringProtocol) -> String? {
    var parts: [Substring] = []
    for part in String(path).split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  /// What a commit has at a path relative to the root; links on the way are not followed.
  ///
  /// - Parameter commit: A full commit id.
  /// - Returns: `nil` if nothing is there.
  func entry(at path: String, in commit: String) async throws(GitError) -> Entry? {
    let answer = try await command.output("ls-tree", "-z", "--full-tree", commit, "--", path)
    // `100644 blob <id>\t<path>`
    guard let fields = answer.paths.first?.prefix(while: { $0 != "\t" }).split(separator: " "),
      fields.count == 3
    else { return nil }
    switch fields[0] {
    case "100644", "100755":
      return .file(try await command.output("cat-file", "blob", String(fields[2])).bytes)
    case "120000": return .other("a symbolic link")
    case "040000": return .other("a directory")
    default: return .other("another repository")
    }
  }

  /// Whether the working tree has something else at a path than a commit. Files that git does not
  /// track are no part of it.
  ///
  /// - Parameter commit: A full commit id.
  func differs(_ path: String, from commit: String) async throws(GitError) -> Bool {
    let arguments = [
      "diff", "--quiet", "--no-ext-diff", "--no-textconv", "--no-renames", commit, "--", path,
    ]
    let answer = try await command.run(arguments)
    guard answer.words.isEmpty else { throw command.failure(of: arguments, answer) }
    return !answer.isSuccess
  }
}
