import VerdictModel

extension ForeignWaiverFormat {
  /// `[[IgnoredVulns]]` with `id`, `ignoreUntil` and `reason`, and `[[PackageOverrides]]` that
  /// ignore a package by `name` and `version`, with `effectiveUntil` (OSV-Scanner's documentation,
  /// "Configuration"). Aliases of an identifier are not known here.
  static let osvScanner = ForeignWaiverFormat(
    fileNames: ["osv-scanner.toml"], tool: "OSV-Scanner",
    scanner: "osv-scanner",
    read: { text throws(ForeignWaiverError) in
      let file = try TOMLFile(text)
      var waivers: [ForeignWaiver] = []
      for entry in try file.root.tables("IgnoredVulns") {
        try entry.allowOnly(["id", "ignoreUntil", "reason"])
        guard let id = try entry.text("id") else {
          throw ForeignWaiverError(.missing(key: "id", of: "an entry of IgnoredVulns"), line: nil)
        }
        waivers.append(
          ForeignWaiver(
            rule: id, reason: try entry.text("reason") ?? "",
            until: try entry.day("ignoreUntil", line: file.line(of: id)), line: file.line(of: id)))
      }
      for entry in try file.root.tables("PackageOverrides") {
        if let waiver = try package(entry, in: file) { waivers.append(waiver) }
      }
      return waivers
    })

  /// What an override accepts; `nil` if it accepts nothing.
  private static func package(
    _ entry: TOMLObject, in file: TOMLFile
  ) throws(ForeignWaiverError) -> ForeignWaiver? {
    let vulnerability = try entry.table("vulnerability")
    let isIgnored = try vulnerability?.flag("ignore") ?? false
    guard try entry.flag("ignore") || isIgnored else { return nil }
    let name = try entry.text("name")
    let line = name.map { file.line(of: $0) }
    // An ecosystem or group narrows what is accepted, and no finding tells its own.
    try entry.allowOnly(
      [
        "name", "version", "ignore", "vulnerability", "license", "effectiveUntil", "reason",
      ], line: line)
    guard let name, !name.isEmpty else {
      throw ForeignWaiverError(
        .missing(key: "name", of: "an entry of PackageOverrides"), line: nil)
    }
    let version = try entry.text("version").map { "@\($0)" } ?? ""
    return ForeignWaiver(
      rule: nil, package: name + version, reason: try entry.text("reason") ?? "",
      until: try entry.day("effectiveUntil", line: line), line: line ?? 1)
  }
}
