import Subprocess
import TestSupport
import Testing

@testable import verdict

/// A repository with whatever history a test needs.
struct TestRepository {
  let directory: TemporaryDirectory

  /// The repository's root.
  var path: String { directory.path }

  init() async throws {
    directory = try TemporaryDirectory()
    try await git("init", "--quiet", "--initial-branch=main")
  }

  /// A clone that has only the last commits.
  init(shallowCloneOf other: TestRepository, depth: Int) async throws {
    directory = try TemporaryDirectory()
    try await git(
      "clone", "--quiet", "--no-single-branch", "--depth", String(depth), "file://\(other.path)",
      ".")
  }

  func write(_ text: String, to path: String) throws {
    try directory.write(text, to: path)
  }

  func commit(_ message: String) async throws {
    try await git("add", "--all")
    try await git("commit", "--quiet", "--allow-empty", "--message", message)
  }

  /// Runs git and gives what it prints.
  @discardableResult
  func git(_ arguments: String..., expectingSuccess: Bool = true) async throws -> String {
    let identity = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-C", path]
    let result = try await Subprocess.run(
      .name("git"), arguments: Arguments(identity + arguments),
      environment: .inherit.updating(["GIT_CONFIG_GLOBAL": "/dev/null"]),
      output: .string(limit: 1_000_000), error: .string(limit: 1_000_000))
    try #require(
      result.terminationStatus.isSuccess == expectingSuccess,
      "git \(arguments): \(result.standardError)")
    return result.standardOutput.trimmingLineFeed
  }

  func open(in subdirectory: String = ".") async throws -> Git {
    try #require(try await Git.repository(containing: path + "/" + subdirectory))
  }
}

extension String {
  fileprivate var trimmingLineFeed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
