/// Markdown whose untrusted parts are escaped by construction: in a literal, what is written is
/// Markdown, and what is interpolated is text.
///
/// ```swift
/// let row: Markup = "| \(gate.title) | \(code: gate.id) |\n"
/// ```
struct Markup: ExpressibleByStringInterpolation {
  /// The finished source.
  private(set) var source: String

  init(stringLiteral source: String) { self.source = source }

  init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }

  /// The size that GitHub's limit is about.
  var byteCount: Int { source.utf8.count }

  static func += (left: inout Self, right: Self) { left.source += right.source }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var source = ""

    init(literalCapacity: Int, interpolationCount: Int) { source.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { source += literal }

    /// Text of any origin.
    mutating func appendInterpolation(_ text: String) {
      source += text.escapedForMarkdown(separator: "&#8203;")
    }

    /// Text of any origin, shown as code. An element and not backticks, because text may contain
    /// any run of those.
    mutating func appendInterpolation(code text: String) {
      source += "<code>" + text.escapedForMarkdown() + "</code>"
    }

    mutating func appendInterpolation(_ number: Int) { source += String(number) }

    mutating func appendInterpolation(_ markup: Markup) { source += markup.source }
  }
}

extension Sequence<Markup> {
  func joined(separator: Markup = "") -> Markup {
    var result: Markup = ""
    for (offset, part) in enumerated() {
      if offset > 0 { result += separator }
      result += part
    }
    return result
  }
}
