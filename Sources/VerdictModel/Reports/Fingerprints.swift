/// Values by name that tell a finding apart from others: one small allocation, or none without any.
package struct Fingerprints: Hashable, Sendable {
  /// A fingerprint and what it is called.
  package struct Entry: Hashable, Sendable {
    /// Such as `primaryLocationLineHash`.
    package let name: String
    /// As the report has it.
    package let value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Sorted by name, each name once.
  package let entries: [Entry]

  /// - Parameter entries: Of several of one name, the first one is taken.
  package init(_ entries: [Entry]) {
    self.entries = entries.count > 1 ? Self.unique(entries) : entries
  }

  /// - Parameter values: The values by their names.
  package init(_ values: [String: String]) {
    self.init(values.map { Entry(name: $0, value: $1) })
  }

  /// Whether there are none.
  package var isEmpty: Bool { entries.isEmpty }

  /// The values by their names.
  package var values: [String: String] {
    Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.value) })
  }

  /// The value of a name.
  package subscript(name: String) -> String? { entries.first { $0.name == name }?.value }

  private static func unique(_ entries: [Entry]) -> [Entry] {
    var names: Set<String> = []
    return entries.filter { names.insert($0.name).inserted }.sorted { $0.name < $1.name }
  }
}

extension Fingerprints: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral pairs: (String, String)...) {
    self.init(pairs.map { Entry(name: $0.0, value: $0.1) })
  }
}
