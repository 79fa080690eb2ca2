import Subprocess

/// Runs git so that neither the environment nor anybody's configuration changes what it prints.
struct GitCommand: Sendable {
  /// Where git is to look for the repository.
  let directory: String

  /// How much of the output of one command is kept. The diff of a change that people review is far
  /// below; a larger one is refused and not cut.
  static let outputLimit = 256 * 1024 * 1024
  private static let errorLimit = 1024 * 1024

  struct Output {
    var isSuccess: Bool
    var bytes: [UInt8]
    /// What went to standard error.
    var diagnostics: String

    /// The first line of it, without `fatal: `.
    var words: String {
      let line = diagnostics.prefix { $0 != "\n" }
      return String(line.hasPrefix("fatal: ") ? line.dropFirst(7) : line)
    }

    /// The output as text, without the line feed at its end.
    var text: String {
      String(
        decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }

    /// The output of a command that was given `-z`.
    var paths: [String] {
      bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Runs a command that must succeed.
  ///
  /// - Parameter input: What it reads from standard input.
  func output(_ arguments: String..., input: [UInt8] = []) async throws(GitError) -> Output {
    try await output(arguments, input: input)
  }

  /// The same with a list.
  func output(_ arguments: [String], input: [UInt8] = []) async throws(GitError) -> Output {
    let output = try await run(arguments, input: input)
    guard output.isSuccess else { throw failure(of: arguments, output) }
    return output
  }

  /// Runs a command that may say no.
  func run(_ arguments: [String], input: [UInt8] = []) async throws(GitError) -> Output {
    do {
      let result = try await Subprocess.run(
        .path(try await Self.executable.value),
        arguments: Arguments(Self.options + ["-C", directory] + arguments),
        environment: Self.environment, input: .array(input),
        output: .bytes(limit: Self.outputLimit),
        error: .bytes(limit: Self.errorLimit))
      return Output(
        isSuccess: result.terminationStatus.isSuccess, bytes: result.standardOutput,
        diagnostics: String(decoding: result.standardError, as: UTF8.self))
    } catch let error as SubprocessError {
      if error.code == .executableNotFound { throw .notInstalled }
      if error.code == .outputLimitExceeded {
        throw .tooMuchOutput(command: arguments.first ?? "", limit: Self.outputLimit)
      }
      throw .cannotRun(error.description)
    } catch {
      throw .cannotRun(String(describing: error))
    }
  }

  func failure(of arguments: [String], _ output: Output) -> GitError {
    .failed(command: arguments.first ?? "", words: output.words)
  }

  /// Looked for once: to run a name tries each directory of `PATH` anew, with a process of its own.
  private static let executable = Task {
    try await Executable.name("git").resolveExecutablePath(in: environment)
  }

  /// Before the command. Configuration that is about what files *are* (`core.autocrlf`, filters,
  /// `safe.directory`) stays in force, whatever file it is in: without it git would see other
  /// contents, or refuse the repository.
  private static let options = [
    "--no-pager", "--no-optional-locks", "--literal-pathspecs",
    "-c", "core.quotePath=true", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
    "-c", "color.ui=false", "-c", "diff.orderFile=/dev/null",
  ]

  /// The environment without what would point git to another repository, index or history, or make
  /// it print something else. `git rev-parse --local-env-vars` lists the first group.
  private static let environment: Environment = {
    let removed: [Environment.Key] = [
      "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CONFIG", "GIT_CONFIG_PARAMETERS", "GIT_CONFIG_COUNT",
      "GIT_OBJECT_DIRECTORY", "GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE",
      "GIT_GRAFT_FILE", "GIT_INDEX_FILE", "GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE",
      "GIT_PREFIX", "GIT_SHALLOW_FILE", "GIT_COMMON_DIR",
      "GIT_NAMESPACE", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_ATTR_SOURCE",
      "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS",
      "GIT_TRACE", "GIT_TRACE_SETUP", "GIT_TRACE2", "GIT_TRACE2_EVENT", "GIT_TRACE2_PERF",
      "LANGUAGE",
    ]
    let cleared: [Environment.Key: String?] = Dictionary(
      removed.map { ($0, nil) }, uniquingKeysWith: { first, _ in first })
    return .inherit.updating(cleared).updating(["LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"])
  }()
}
