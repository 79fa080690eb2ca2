import JSONDocument

/// Turns the `artifactLocation`s of a run (SARIF 2.1.0 §3.4) into paths.
struct SARIFArtifacts {
  private struct Location {
    var uri: String?
    var base: String?
  }

  /// `artifacts` (§3.14.15), for locations that only have an index.
  private var paths: [String?] = []
  /// `originalUriBaseIds` (§3.14.14).
  private var bases: [String: Location] = [:]
  /// Paths that were worked out before, by URI, and apart for each base.
  private var known: [KnownPaths] = [KnownPaths(prefix: "")]
  private var baseIDs = JSONStringTable()

  private struct KnownPaths {
    /// What stands before relative URIs.
    var prefix: String
    var uris = JSONStringTable()
    /// By the numbers of `uris`.
    var paths: [String] = []
  }

  mutating func addBases(_ value: JSONValue?) {
    for (key, location) in value?.members ?? .empty {
      guard let id = key.string, bases[id] == nil else { continue }
      bases[id] = Location(
        uri: location["uri"]?.string, base: location["uriBaseId"]?.string)
    }
  }

  /// Call it after `addBases(_:)`.
  mutating func addArtifacts(_ value: JSONValue?) {
    for artifact in value?.elements ?? .empty {
      paths.append(artifact["location"].flatMap { path(of: $0) })
    }
  }

  /// The path of a location; `nil` if it names no artifact.
  mutating func path(of location: JSONValue) -> String? {
    guard let uri = location["uri"], uri.kind == .string else {
      guard let index = location["index"]?.int, paths.indices.contains(index) else { return nil }
      return paths[index]
    }
    let base = location["uriBaseId"]
    let set = baseIDs.number(of: base).map { $0 + 1 } ?? 0
    if set == known.count { known.append(KnownPaths(prefix: prefix(of: base?.string))) }
    guard let number = known[set].uris.number(of: uri) else { return nil }
    if number == known[set].paths.count {
      let uri = known[set].uris.strings[number]
      let resolved = SARIFPath.isAbsolute(uri) ? uri : known[set].prefix + uri
      known[set].paths.append(SARIFPath.path(of: resolved))
    }
    return known[set].paths[number]
  }

  /// The most bytes that bases put before a URI, and the most bases that one leads to. Real ones
  /// are far shorter; without limits a small log could describe paths that fill the memory.
  private static let maximumPrefix = 4096
  private static let maximumChain = 64

  /// The URIs of a base and of the bases before it, until there is no more base or the URI is
  /// absolute (§3.14.14). A base that leads back to itself ends the chain.
  private func prefix(of base: String?) -> String {
    var prefix = ""
    var base = base
    var seen: Set<String> = []
    while let id = base, !SARIFPath.isAbsolute(prefix), seen.count < Self.maximumChain,
      seen.insert(id).inserted, let location = bases[id]
    {
      if let uri = location.uri, !uri.isEmpty {
        guard uri.utf8.count + prefix.utf8.count < Self.maximumPrefix else { return "" }
        prefix = uri.hasSuffix("/") ? uri + prefix : uri + "/" + prefix
      }
      base = location.base
    }
    return prefix
  }
}
