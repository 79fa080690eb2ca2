extension String {
  /// Whether a path can be one of the repository: not empty, not absolute, not above its root, no
  /// drive, no URL.
  package var isRepositoryPath: Bool {
    guard let first = split(separator: "/").first, !hasPrefix("/") else { return false }
    return first != ".." && !first.contains(":")
  }
}
