import Files
import VerdictRendering

/// What standard output can show.
enum Terminal {
  /// The width where nobody says how wide it is: a log file of a CI job.
  static let defaultWidth = 100

  /// Colour only on a terminal, and not against the user's word (https://no-color.org).
  static var renderOptions: RenderOptions {
    let output = ProcessStream.standardOutput
    let stated = output.width ?? environmentVariable("COLUMNS").flatMap { Int($0) }
    return RenderOptions(
      width: output.isTerminal ? stated ?? defaultWidth : defaultWidth,
      color: output.isTerminal && environmentVariable("NO_COLOR") == nil
        && environmentVariable("TERM") != "dumb")
  }
}
