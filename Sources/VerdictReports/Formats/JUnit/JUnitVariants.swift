import Memory
import VerdictModel
import XMLStream

/// Finds what tells runs of the same tests apart: several browsers, devices or interpreters.
///
/// There is no standard place for it: Playwright writes the browser as a suite's `hostname`, where
/// others write the machine; most write properties. So the user has to name it.
struct JUnitVariants {
  private let name: [UInt8]
  private let attribute: JUnitWord?
  /// Whether any suite or case had it.
  private var isFound = false
  /// The open property's value; `nil` outside of one that is asked for.
  private var value: [UInt8]?

  /// The attributes of suites that can be named.
  private static let attributes: [JUnitWord] = [.hostname, .package, .id]

  /// Longer values are cut: they are shown beside the test's name.
  private static let valueLimit = 256

  init(name: String) {
    self.name = Array(name.utf8)
    attribute = Self.attributes.first { $0.spelling == name }
  }

  /// What a suite's attributes say; `nil` if they do not.
  mutating func attribute(of suite: borrowing XMLElement<JUnitWord>) -> String? {
    guard let attribute, let value = suite.string(attribute), !value.isEmpty else { return nil }
    isFound = true
    return value.limited(to: Self.valueLimit)
  }

  /// Begins a `<property>`, whose value is an attribute or its text.
  mutating func open(_ property: borrowing XMLElement<JUnitWord>) {
    guard property.equals(.name, name) else { return }
    value = property.withBytes(.value) { Array($0.string.utf8) } ?? []
    if value == [] { property.collectText() }
  }

  /// Takes a piece of text.
  ///
  /// - Returns: Whether it belongs to a property that is asked for.
  mutating func append(_ text: Span<UInt8>) -> Bool {
    guard let known = value else { return false }
    if known.count < Self.valueLimit { value?.append(text) }
    return true
  }

  /// Ends a `<property>`.
  ///
  /// - Returns: Its value, if it is one that is asked for and says something.
  mutating func close() -> String? {
    guard let bytes = value else { return nil }
    value = nil
    let start = bytes.span.skippingSpaces(from: 0)
    let text = bytes.span.extracting(start..<max(start, bytes.span.endWithoutSpaces)).string
    guard !text.isEmpty else { return nil }
    isFound = true
    return text.limited(to: Self.valueLimit)
  }

  /// Why the tests may be mixed up; `nil` if something told them apart.
  var doubt: String? {
    isFound
      ? nil
      : "no suite and no test says '\(String(decoding: name, as: UTF8.self).excerpt)', by which"
        + " runs of the same tests are told apart"
  }
}
