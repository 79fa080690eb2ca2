package import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Compares text with a file that holds what is expected.
///
/// With `VERDICT_RECORD=1` in the environment a difference is written into the file, and the test
/// fails all the same, so that nobody records by accident.
package func expect(
  _ text: String, matches path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let expected = (try? TestFiles.text(path)) ?? ""
  guard text != expected else { return }
  if ProcessInfo.processInfo.environment["VERDICT_RECORD"] == "1" {
    try TestFiles.write(text, to: path)
    Issue.record("recorded \(path)", sourceLocation: sourceLocation)
  } else {
    Issue.record(
      "\(path) differs\n--- expected\n\(expected)\n--- got\n\(text)",
      sourceLocation: sourceLocation)
  }
}
