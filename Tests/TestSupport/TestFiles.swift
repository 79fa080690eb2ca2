import Foundation

/// Files of tests: fixtures, expectations, scratch directories.
package enum TestFiles {
  /// Whether something is at a path.
  package static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// The text of a file.
  package static func text(_ path: String) throws -> String {
    try String(contentsOfFile: repositoryPath(path), encoding: .utf8)
  }

  /// Names of the entries of a directory, sorted; none if it is not there.
  package static func entries(_ directory: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: repositoryPath(directory))
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// Paths of all files below a directory that end in a suffix, sorted, relative to the repository.
  package static func files(below directory: String, suffix: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: repositoryPath(directory))
    return (found?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(suffix) }.sorted()
      .map { directory + "/" + $0 }
  }

  /// The bytes of a file.
  package static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: repositoryPath(path))))
  }

  /// Writes a text, with the directories that it needs.
  package static func write(_ text: String, to path: String) throws {
    let file = URL(fileURLWithPath: repositoryPath(path))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Copies a file or a directory with all that is in it.
  package static func copy(_ path: String, to target: String) throws {
    try FileManager.default.copyItem(atPath: repositoryPath(path), toPath: target)
  }

  /// Copies what is in a directory into another one, over what is there already.
  ///
  /// - Parameter names: Entries of the directory that are left out.
  package static func overlay(
    _ directory: String, on target: String, except names: Set<String> = []
  ) throws {
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    for name in entries(directory) where !names.contains(name) {
      let (from, to) = (repositoryPath("\(directory)/\(name)"), "\(target)/\(name)")
      var isDirectory: ObjCBool = false
      if exists(to), FileManager.default.fileExists(atPath: from, isDirectory: &isDirectory),
        isDirectory.boolValue
      {
        try overlay(from, on: to)
      } else {
        if exists(to) { try remove(to) }
        try copy(from, to: to)
      }
    }
  }

  /// Makes the directories that a path needs.
  package static func makeDirectory(around path: String) throws {
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
  }

  /// Removes a file or a directory, which must be there.
  package static func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: repositoryPath(path))
  }

  /// The absolute path of a file of this repository.
  package static func repositoryPath(_ relative: String) -> String {
    relative.hasPrefix("/") ? relative : root + "/" + relative
  }

  private static let root =
    "/" + "\(#filePath)".split(separator: "/").dropLast(3).joined(separator: "/")
}
