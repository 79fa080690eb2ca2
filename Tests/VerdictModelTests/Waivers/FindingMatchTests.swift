import Testing
import VerdictModel

@Suite("What a waiver of findings speaks of")
struct FindingMatchTests {
  static let finding = Finding(
    run: ScanRun(tool: "Trivy", category: ""), rule: "CVE-2025-1234",
    message: "Package: h2\nInstalled Version: 0.3.26\nVulnerability CVE-2025-1234",
    level: .error, severity: .high, location: FindingLocation(path: "rust/Cargo.lock", line: 4),
    fingerprints: ["hash": "abc"])

  static func match(
    rule: String? = nil, path: String? = nil, package: String? = nil, fingerprint: String? = nil
  ) -> FindingMatch {
    FindingMatch(
      rule: rule, paths: [path.flatMap(Glob.init)].compactMap(\.self), package: package,
      fingerprint: fingerprint)
  }

  @Test(
    "all conditions must hold",
    arguments: [
      (match(rule: "CVE-2025-1234"), true), (match(rule: "CVE-2025-123"), false),
      (match(rule: "cve-2025-1234"), false), (match(path: "rust/**"), true),
      (match(path: "rust"), false), (match(fingerprint: "abc"), true),
      (match(fingerprint: "ab"), false), (match(package: "h2"), true),
      (match(package: "h2@0.3.26"), true), (match(package: "h2@0.3"), false),
      (match(package: "h"), false), (match(rule: "CVE-2025-1234", path: "go/**"), false),
      (match(rule: "CVE-2025-1234", package: "http"), false),
    ])
  func includes(match: FindingMatch, expected: Bool) {
    #expect(match.includes(Self.finding) == expected)
  }

  @Test("a finding without a place is in no path")
  func placeless() {
    var finding = Self.finding
    finding.location = nil
    #expect(!Self.match(path: "**").includes(finding))
  }

  @Test(
    "packages are where scanners write them",
    arguments: [
      ("Package 'h2@0.3.26' is vulnerable to 'CVE-2025-1234'.", "", true),
      ("This file introduces a vulnerable h2 package", "h2@0.3.26", true),
      ("The package h2 is mentioned", "", false), ("Package: h2o\n", "", false),
      ("Package 'h2", "", false), ("", "h2o@1", false),
    ])
  func packages(message: String, logicalLocation: String, expected: Bool) {
    var finding = Self.finding
    finding.message = message
    finding.logicalLocation = logicalLocation
    #expect(Self.match(package: "h2").includes(finding) == expected)
  }
}
