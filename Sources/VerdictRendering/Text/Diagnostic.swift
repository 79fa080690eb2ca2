/// One line for standard error: why something cannot be done. What it names may come from a file that
/// anybody wrote, and steers no terminal.
package func diagnostic(_ reason: String) -> String {
  "verdict: \(reason.escapedForTerminal)\n"
}
