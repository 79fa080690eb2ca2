extension ForeignWaiverFormat {
  /// `advisories.ignore`, a list of identifiers (cargo-audit's `audit.toml.example`). None of them
  /// ever expires.
  static let cargoAudit = ForeignWaiverFormat(
    fileNames: ["audit.toml"], tool: "cargo-audit", scanner: "cargo-audit",
    read: { text throws(ForeignWaiverError) in
      let file = try TOMLFile(text)
      let ids = try file.root.table("advisories")?.texts("ignore") ?? []
      return ids.map { ForeignWaiver(rule: $0, line: file.line(of: $0)) }
    })
}
