#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Renderer {
  /// For machines: everything that the verdict knows, with the numbers behind the sentences. The
  /// fields are described at `JSONVerdict`.
  package static let json = Renderer(
    id: "json", title: "everything for machines, schema \(verdictSchema)", namesReports: true
  ) {
    document, _ in
    JSONText.text(JSONVerdict(document))
  }
}

/// Writes JSON that is the same for the same value, and safe to print.
enum JSONText {
  /// Indented, with sorted keys and a line feed at the end.
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Texts, integers and lists of them can always be encoded.
    guard let data = try? encoder.encode(value) else { return "null\n" }
    return String(decoding: data, as: UTF8.self).escapedForJSON + "\n"
  }
}
