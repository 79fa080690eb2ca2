import JSONDocument

/// The `logicalLocations` of a run (SARIF 2.1.0 §3.14.17), for locations that only have an index.
struct SARIFLogicalLocations {
  private var names: [String] = []

  init(_ locations: JSONValue?) {
    for location in locations?.elements ?? .empty { names.append(name(of: location)) }
  }

  /// The fully qualified name of a logical location (§3.33.5), its plain name if it has no other;
  /// empty if it has none.
  func name(of location: JSONValue?) -> String {
    guard let location else { return "" }
    if let name = location["fullyQualifiedName"]?.string ?? location["name"]?.string {
      return name
    }
    guard let index = location["index"]?.int, names.indices.contains(index) else { return "" }
    return names[index]
  }
}
