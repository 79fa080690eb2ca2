import VerdictModel

/// What stood at a finding in the source as a baseline writes it: the hashes of the line and of what
/// follows, in hexadecimal, `9f3c2ab1d4e5f607 54703d4cd895b18`.
enum SourceContextText {
  static func text(of context: SourceContext) -> String {
    "\(String(context.line, radix: 16)) \(String(context.following, radix: 16))"
  }

  /// - Throws: `CorruptValue` for everything that is not written so.
  static func context(_ text: String) throws(CorruptValue) -> SourceContext {
    let numbers = text.split(separator: " ", omittingEmptySubsequences: false)
      .compactMap { UInt64($0, radix: 16) }
    let context = numbers.count == 2 ? SourceContext(line: numbers[0], following: numbers[1]) : nil
    guard let context, self.text(of: context) == text else {
      throw CorruptValue(
        "cannot read '\(text)', expected two hashes in hexadecimal", at: [.key("source")])
    }
    return context
  }
}
