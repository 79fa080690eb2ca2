import VerdictModel

/// A kind of baseline store, as `baseline.store` in a policy names it: `id:location`.
///
/// To add one, write `Stores/X.swift` with a `static let x` in an extension of this type, and add a
/// line to `BaselineStores.all`.
package struct BaselineStoreKind: Sendable {
  /// What stands before the colon: lower-case ASCII.
  package var id: String
  /// What it is, for people.
  package var title: String
  /// A complete reference, such as `file:.verdict/baseline.json`.
  package var example: String
  /// Makes a store of a location, which is what stands after the colon.
  package var make: @Sendable (_ location: String, _ place: StorePlace) -> any BaselineStore

  package init(
    id: String, title: String, example: String,
    make: @escaping @Sendable (_ location: String, _ place: StorePlace) -> any BaselineStore
  ) {
    self.id = id
    self.title = title
    self.example = example
    self.make = make
  }
}

/// Where a store is looked for.
package struct StorePlace: Sendable {
  /// What relative paths are relative to.
  package var directory: String
  /// The notes of the repository under a ref.
  package var notes: @Sendable (_ ref: String) -> any CommitNotes

  package init(
    directory: String, notes: @escaping @Sendable (_ ref: String) -> any CommitNotes
  ) {
    self.directory = directory
    self.notes = notes
  }
}

/// The registry: every kind of store that keeps baselines.
package enum BaselineStores {
  /// In the order of help and tables.
  package static let all: [BaselineStoreKind] = [
    .file, .git,
  ]

  /// The store that a policy names.
  ///
  /// - Parameters:
  ///   - reference: Such as `file:.verdict/baseline.json`.
  ///   - place: Where it is looked for.
  package static func store(
    named reference: String, in place: StorePlace
  ) throws(BaselineError) -> any BaselineStore {
    let parts = reference.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else {
      let examples = all.map { "'\($0.example)'" }.joined(separator: " or ")
      throw BaselineError(.malformedReference(found: reference, expected: examples))
    }
    guard let kind = all.first(where: { $0.id == parts[0] }) else {
      let known = all.map(\.id)
      let name = String(parts[0])
      throw BaselineError(
        .unknownStore(name, suggestion: nearest(to: name, among: known), known: known))
    }
    return kind.make(String(parts[1]), place)
  }
}
