#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The streams that a process is born with.
package enum ProcessStream: Sendable {
  case standardOutput
  case standardError

  private var descriptor: Int32 {
    switch self {
    case .standardOutput: STDOUT_FILENO
    case .standardError: STDERR_FILENO
    }
  }

  /// Writes all of a text.
  ///
  /// A reader that went away (`| head`) is no error, and no signal either: the exit status still
  /// says what was to be said. A full disk is one.
  package func write(_ text: String) throws(FileError) {
    signal(SIGPIPE, SIG_IGN)
    guard !writeAll(Array(text.utf8), to: descriptor), errno != EPIPE else { return }
    throw FileError(errno: errno, path: "standard output")
  }

  /// The file that somebody redirected it into, absolute; `nil` for everything else.
  package var file: String? {
    guard (try? FileStatus(descriptor: descriptor, path: ""))?.kind == .regular else { return nil }
    #if canImport(Darwin)
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    return fcntl(descriptor, F_GETPATH, &path) == 0 ? String(cString: path) : nil
    #else
    return SymbolicLink.target(of: "/proc/self/fd/\(descriptor)")
    #endif
  }

  /// Whether a person is looking.
  package var isTerminal: Bool { isatty(descriptor) == 1 }

  /// How many columns the terminal has; `nil` if it is none or does not say.
  package var width: Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

/// A variable of the environment; `nil` if it is not set or empty.
package func environmentVariable(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}
