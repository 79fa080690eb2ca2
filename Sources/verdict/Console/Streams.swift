import Files

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The process's standard output.
enum StandardOutput {
  /// A reader that went away is no reason to fail: the exit status still says the verdict.
  static func write(_ text: String) { _ = writeAll(Array(text.utf8), to: STDOUT_FILENO) }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// The process's standard error, for diagnostics.
enum StandardError {
  static func write(_ text: String) { _ = writeAll(Array(text.utf8), to: STDERR_FILENO) }
}
