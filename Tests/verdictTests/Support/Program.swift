import Subprocess
import TestSupport
import Testing

#if canImport(System)
import System
#else
import SystemPackage
#endif

/// The built program, run as a user runs it.
enum Program {
  struct Result: Sendable {
    var output: String
    var diagnostics: String
    var status: Int
  }

  /// Runs `verdict` in a directory of the repository, with a small and fixed environment.
  static func run(_ arguments: [String], in directory: String = ".") async throws -> Result {
    try await run(executable: .path(FilePath(path)), arguments, in: directory)
  }

  /// Runs another program, such as git.
  static func run(
    executable: Executable, _ arguments: [String], in directory: String
  ) async throws -> Result {
    let result = try await Subprocess.run(
      executable, arguments: Arguments(arguments),
      environment: .inherit.updating(["NO_COLOR": "1", "COLUMNS": nil]),
      workingDirectory: FilePath(TestFiles.repositoryPath(directory)),
      output: .string(limit: 16 << 20), error: .string(limit: 1 << 20))
    guard case .exited(let status) = result.terminationStatus else {
      Issue.record("\(executable) \(arguments) ended with \(result.terminationStatus)")
      return Result(output: "", diagnostics: "", status: -1)
    }
    return Result(
      output: result.standardOutput, diagnostics: result.standardError,
      status: Int(status))
  }

  /// The program beside the test bundle, where the build puts both.
  static let path: String = {
    let bundle = CommandLine.arguments[0].split(separator: "/").dropLast().joined(separator: "/")
    let beside = "/\(bundle)/verdict"
    return TestFiles.exists(beside) ? beside : TestFiles.repositoryPath(".build/debug/verdict")
  }()
}
