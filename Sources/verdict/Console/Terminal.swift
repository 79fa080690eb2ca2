import VerdictRendering

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What standard output can show.
enum Terminal {
  /// The width where nobody says how wide it is: a log file of a CI job.
  static let defaultWidth = 100

  /// Colour only on a terminal, and not against the user's word (https://no-color.org).
  static var renderOptions: RenderOptions {
    RenderOptions(
      width: StandardOutput.isTerminal ? width : defaultWidth,
      color: StandardOutput.isTerminal && environment("NO_COLOR") == nil
        && environment("TERM") != "dumb")
  }

  private static var width: Int {
    var size = winsize()
    if unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return environment("COLUMNS").flatMap { Int($0) } ?? defaultWidth
  }

  /// A variable that is set and not empty.
  private static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}
