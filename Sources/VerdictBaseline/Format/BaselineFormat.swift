package import VerdictModel

/// The file format of baselines: JSON that people can read and git can diff, where there
/// is not too much coverage for that.
///
/// Equal baselines give equal bytes: keys are sorted, lists are in the model's order.
package enum BaselineFormat {
  static let format = VersionedFormat(
    name: "verdict-baseline", version: 2, remedy: "save the baseline again")

  /// What the key `schema` begins with.
  package static var schemaName: String { format.name }

  /// The bytes of a baseline.
  ///
  /// - Parameter isIndented: Whether it takes a line for each value, and not one for all.
  package static func write(
    _ baseline: Baseline, isIndented: Bool = true
  ) throws(BaselineError) -> [UInt8] {
    try format.write(StoredBaseline(baseline), isIndented: isIndented)
  }

  /// Reads a baseline.
  ///
  /// - Throws: `BaselineError` for everything that `write` would not have written, unknown keys
  ///   excepted; never an empty baseline.
  package static func read(_ bytes: [UInt8]) throws(BaselineError) -> Baseline {
    try format.read(StoredBaseline.self, bytes) { stored throws(CorruptValue) in
      try stored.model()
    }
  }
}
