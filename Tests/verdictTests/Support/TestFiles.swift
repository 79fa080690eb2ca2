import Foundation
import Testing

/// Files of tests: fixtures, expectations, scratch directories.
enum TestFiles {
  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: Repository.path(path), encoding: .utf8)
  }

  /// Names of the entries of a directory, sorted; none if it is not there.
  static func entries(_ directory: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: Repository.path(directory))
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// Paths of all files below a directory that end in a suffix, sorted, relative to the repository.
  static func files(below directory: String, suffix: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: Repository.path(directory))
    return (found?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(suffix) }.sorted()
      .map { directory + "/" + $0 }
  }

  /// Runs a test in a directory of its own, which is gone afterwards.
  static func withScratch<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let path = NSTemporaryDirectory() + "verdict-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
  }

  static func write(_ text: String, to path: String) throws {
    let directory = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
}

/// Compares text with a file that holds what is expected.
///
/// With `VERDICT_RECORD=1` in the environment a difference is written into the file, and the test
/// fails all the same, so that nobody records by accident.
func expect(
  _ text: String, matches path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let expected = try? TestFiles.text(path)
  guard text != expected else { return }
  if ProcessInfo.processInfo.environment["VERDICT_RECORD"] == "1" {
    try TestFiles.write(text, to: Repository.path(path))
    Issue.record("recorded \(path)", sourceLocation: sourceLocation)
  } else {
    Issue.record(
      "\(path) differs\n--- expected\n\(expected ?? "(no such file)")\n--- got\n\(text)",
      sourceLocation: sourceLocation)
  }
}
