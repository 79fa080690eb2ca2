#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The process's standard output.
enum StandardOutput {
  static func write(_ text: String) { unsafe writeAll(text, to: STDOUT_FILENO) }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

/// The process's standard error, for diagnostics.
enum StandardError {
  static func write(_ text: String) { unsafe writeAll(text, to: STDERR_FILENO) }
}

/// Writes everything, however often the system takes only a part. A reader that went away is no
/// reason to fail: the exit status still says the verdict.
private func writeAll(_ text: String, to descriptor: Int32) {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let written = unsafe rest.withUnsafeBytes { bytes in
      unsafe write(descriptor, bytes.baseAddress, bytes.count)
    }
    if written > 0 {
      rest = rest.dropFirst(written)
    } else if written < 0, errno != EINTR {
      return
    }
  }
}
