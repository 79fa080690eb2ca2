extension Finding {
  /// Whether a scanner of dependencies reports the finding for a package.
  ///
  /// SARIF has no field for it. Known are Trivy's `Package: h2` line with `Installed Version:
  /// 0.3.26` below it, OSV-Scanner's `Package 'h2@0.3.26' is vulnerable`, and Snyk's logical
  /// location `h2@0.3.26`. A finding that is told otherwise is about no package.
  ///
  /// - Parameter package: A name, or a name with a version: `h2`, `h2@0.3.26`.
  func isAbout(package: String) -> Bool {
    names.contains { $0 == package || $0.hasPrefix(package + "@") }
  }

  private var names: [String] {
    var names = logicalLocation.isEmpty ? [] : [logicalLocation]
    let lines = message.split(separator: "\n", maxSplits: 2)
    if let first = lines.first, first.hasPrefix("Package: ") {
      let version = lines.dropFirst().first.flatMap { line in
        line.hasPrefix("Installed Version: ") ? "@" + line.dropFirst(19) : nil
      }
      names.append(String(first.dropFirst(9)) + (version ?? ""))
    }
    if message.hasPrefix("Package '"), let end = message.dropFirst(9).firstIndex(of: "'") {
      names.append(String(message.dropFirst(9)[..<end]))
    }
    return names
  }
}
