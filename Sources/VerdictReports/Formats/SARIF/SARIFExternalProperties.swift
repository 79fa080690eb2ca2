import JSONDocument

/// Parts of a run that stand elsewhere: in other files (SARIF 2.1.0 §3.15), or at the log's root
/// (§4.3). They are not read.
enum SARIFExternalProperties {
  /// The parts without which findings are missing, or have another level or place.
  private static let needed: [StaticString] = [
    "results", "invocations", "driver", "extensions", "artifacts", "logicalLocations",
  ]

  /// The needed parts that an `externalPropertyFileReferences` or an `externalProperties` object
  /// has.
  static func missing(in value: JSONValue?) -> [String] {
    needed.filter { value?[$0].map { !$0.isNull } ?? false }.map(String.init(describing:))
  }
}
