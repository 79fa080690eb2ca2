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
  /// Writes all of a text. A reader that went away (`| head`) is no reason to fail: the exit status
  /// still says the verdict. A full disk is one.
  static func write(_ text: String) throws(NoDecision) {
    signal(SIGPIPE, SIG_IGN)
    if !writeAll(Array(text.utf8), to: STDOUT_FILENO), errno != EPIPE {
      throw NoDecision("standard output cannot be written")
    }
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// The process's standard error, for diagnostics.
enum StandardError {
  static func write(_ text: String) { _ = writeAll(Array(text.utf8), to: STDERR_FILENO) }
}
