extension String {
  /// Whether a path can be one of the repository: not empty, not absolute, not above its root, no
  /// drive, no URL.
  package var isRepositoryPath: Bool {
    let first = utf8.prefix { $0 != UInt8(ascii: "/") }
    return !first.isEmpty && !first.elementsEqual("..".utf8) && !first.contains(UInt8(ascii: ":"))
  }
}
