import Testing
import VerdictModel

@testable import ForeignWaivers

@Suite("Files in which other tools keep what they accept")
struct ForeignWaiverFormatTests {
  private func words(_ text: String, in file: String) throws -> [String] {
    let format = try #require(ForeignWaiverFormat.named(file))
    return try format.waivers(Array(text.utf8), file: file).map { waiver in
      guard case .findings(let match) = waiver.scope.match else { return "no finding" }
      #expect(match.tool == format.scanner)
      #expect(waiver.owner == nil && waiver.created == nil && waiver.file == file)
      let parts = [
        "\(waiver.position.line)", match.rule, match.package.map { "package \($0)" },
        match.paths.isEmpty ? nil : match.paths.map(\.pattern).joined(separator: "|"),
        waiver.expires.map { "until \($0)" }, waiver.reason.isEmpty ? nil : "“\(waiver.reason)”",
      ]
      return parts.compactMap(\.self).joined(separator: " ")
    }
  }

  @Test("are known by their names, wherever they are")
  func names() {
    #expect(ForeignWaiverFormat.named("a/b/.trivyignore")?.tool == "Trivy")
    #expect(ForeignWaiverFormat.named(".cargo/audit.toml")?.tool == "cargo-audit")
    #expect(ForeignWaiverFormat.named("deny.toml")?.tool == nil)
    let all = ForeignWaiverFormat.all.flatMap(\.fileNames)
    #expect(Set(all).count == all.count)
  }

  @Test("of Trivy, an identifier a line")
  func trivyIgnore() throws {
    let text = """
      # Accept the risk
      CVE-2018-14618

      # No impact in our settings,
      # says the vendor
      CVE-2019-14697 exp:2026-02-01   # SEC-88
      AVD-DS-0002

      # about\u{2028}nothing
      CVE-2020-1 # exp:2026-01-01 says the vendor
      #
      generic-unwanted-rule\texp:2026-01-01
      """
    for text in [text, text.replacing("\n", with: "\r\n")] {
      #expect(
        try words(text, in: ".trivyignore") == [
          "2 CVE-2018-14618 “Accept the risk”",
          "6 CVE-2019-14697 until 2026-01-31 “No impact in our settings, says the vendor SEC-88”",
          "7 AVD-DS-0002",
          "10 CVE-2020-1 until 2025-12-31 “about\u{2028}nothing exp:2026-01-01 says the vendor”",
          "12 generic-unwanted-rule until 2025-12-31",
        ])
    }
    #expect(try words("", in: ".trivyignore") == [])
  }

  @Test("of Trivy, in YAML")
  func trivyIgnoreYAML() throws {
    let text = """
      vulnerabilities:
        - id: CVE-2022-40897
          paths:
            - "usr/local/lib/python3.9/site-packages/setuptools-58.1.0.dist-info/METADATA"
          statement: Accept the risk
        - id: CVE-2023-2650
        - id: CVE-2023-3446
          purls:
            - "pkg:deb/debian/libssl1.1@1.1.1n-0%2Bdeb11u5?arch=amd64"
            - pkg:npm/%40angular/animation@12.3.1
          expired_at: 2026-09-01
      secrets:
      licenses: ~
      misconfigurations:
        - id: AVD-DS-0001
          paths: [ docs/Dockerfile, "**/*.tf" ]
      something-new:
        - what
      """
    #expect(
      try words(text, in: ".trivyignore.yaml") == [
        "2 CVE-2022-40897 usr/local/lib/python3.9/site-packages/setuptools-58.1.0.dist-info/METADATA "
          + "“Accept the risk”",
        "6 CVE-2023-2650",
        "7 CVE-2023-3446 package libssl1.1@1.1.1n-0%2Bdeb11u5 until 2026-08-31",
        "7 CVE-2023-3446 package @angular/animation@12.3.1 until 2026-08-31",
        "15 AVD-DS-0001 docs/Dockerfile|**/*.tf",
      ])
    #expect(try words("", in: ".trivyignore.yml") == [])
  }

  @Test("of cargo-audit")
  func cargoAudit() throws {
    let text = """
      [advisories]
      # "RUSTSEC-2020-0071" is gone
      ignore = [
        "RUSTSEC-2019-0001", 'RUSTSEC-2020-0071',
      ]
      severity_threshold = "low"
      """
    #expect(
      try words(text, in: ".cargo/audit.toml") == ["4 RUSTSEC-2019-0001", "4 RUSTSEC-2020-0071"])
    #expect(try words("[output]\nquiet = true", in: "audit.toml") == [])
  }

  @Test("of OSV-Scanner")
  func osvScanner() throws {
    let text = """
      [[IgnoredVulns]]
      id = "GO-2022-0968"
      ignoreUntil = 2026-11-09
      reason = "No ssh servers"

      [[IgnoredVulns]]
      id = "GO-2022-1059"
      ignoreUntil = 2026-11-09T10:00:00Z

      [[PackageOverrides]]
      name = "lib"
      version = "1.0.0"
      vulnerability.ignore = true
      effectiveUntil = 2026-11-10
      reason = "abc"

      [[PackageOverrides]]
      name = "other"
      license.override = ["MIT"]
      """
    #expect(
      try words(text, in: "osv-scanner.toml") == [
        "2 GO-2022-0968 until 2026-11-08 “No ssh servers”", "7 GO-2022-1059 until 2026-11-08",
        "11 package lib@1.0.0 until 2026-11-09 “abc”",
      ])
  }

  @Test(
    "are refused whole if any entry cannot be believed",
    arguments: [
      (".trivyignore", "A\nCVE-1 exp:soon", 2, "'soon' is no day such as 2026-01-31"),
      (
        ".trivyignore.yaml", "vulnerabilities:\n  - id: [a", 3,
        "no YAML: did not find expected ',' or ']'"
      ),
      (".trivyignore.yaml", "secrets: *x", 1, "no YAML: found undefined alias 'x'"),
      (".trivyignore.yaml", "secrets:\n---\n", 2, "no YAML: found a second document"),
      (".trivyignore.yaml", "secrets:\nsecrets:", 2, "'secrets' stands twice in a map"),
      (
        ".trivyignore.yaml", "secrets:\n" + String(repeating: "- ", count: 2_000), 2,
        "no YAML that can be read: nested deeper than 1000 levels"
      ),
      (".trivyignore.yaml", "- a", 1, "'the file' must be a map"),
      (".trivyignore.yaml", "secrets:\n  id: x", 2, "'secrets' must be a list"),
      (".trivyignore.yaml", "secrets:\n  - x", 2, "'an entry' must be a map"),
      (".trivyignore.yaml", "secrets:\n  - paths: [a]", 2, "an entry has no 'id'"),
      (".trivyignore.yaml", "secrets:\n  - id: [a]", 2, "'id' must be text"),
      (
        ".trivyignore.yaml", "secrets:\n  - id: a\n    paths: src/**", 3,
        "'paths' must be a list of texts"
      ),
      (
        ".trivyignore.yaml", "secrets:\n  - id: a\n    expired_at: 2026-02-30", 2,
        "'2026-02-30' is no day such as 2026-01-31"
      ),
      (
        ".trivyignore.yaml", "secrets:\n  - id: a\n    purls: [h2]", 2,
        "'purls' must be package URLs"
      ),
      (
        ".trivyignore.yaml", "secrets:\n  - id: a\n    paths: [\"{x\"]", 2,
        "'{x' is no path pattern"
      ),
      ("audit.toml", "[advisories]\nignore = \"A\"", nil, "'ignore' must be a list of texts"),
      ("audit.toml", "advisories = 1", nil, "'advisories' must be a table"),
      (
        "osv-scanner.toml", "[[IgnoredVulns]]\nreason = \"x\"", nil,
        "an entry of IgnoredVulns has no 'id'"
      ),
      (
        "osv-scanner.toml", "[[IgnoredVulns]]\nid = \"A\"\nignoreUntil = 7", nil,
        "'ignoreUntil' must be a day"
      ),
      ("osv-scanner.toml", "IgnoredVulns = [1]", nil, "'IgnoredVulns' must be a list of tables"),
      (
        "osv-scanner.toml", "[[PackageOverrides]]\nname = \"a\"\nignore = true\necosystem = \"Go\"",
        2,
        "'ecosystem' cannot be taken over: accept the finding in the policy's own file of waivers"
      ),
      (
        ".trivyignore.yaml", "secrets:\n  - id: a\n    path: src/**", 3,
        "'path' cannot be taken over: accept the finding in the policy's own file of waivers"
      ),
      (
        "osv-scanner.toml", "[[IgnoredVulns]]\nid = \"A\"\nignoreuntil = 2026-01-01", nil,
        "'ignoreuntil' cannot be taken over: accept the finding in the policy's own file of waivers"
      ),
      (
        "osv-scanner.toml", "[[PackageOverrides]]\nname = \"\"\nignore = true", nil,
        "an entry of PackageOverrides has no 'name'"
      ),
      (
        "audit.toml", "[advisories]\nignore = [] # " + String(repeating: "x", count: 5000), 2,
        "a line has more than 4096 bytes"
      ),
      (
        "osv-scanner.toml", "[[PackageOverrides]]\nignore = true", nil,
        "an entry of PackageOverrides has no 'name'"
      ),
    ])
  func refused(file: String, text: String, line: Int?, words: String) throws {
    let error = #expect(throws: ForeignWaiverError.self) { try self.words(text, in: file) }
    #expect(error?.description == words)
    #expect(error?.line == line)
  }

  @Test("that are no TOML are refused with the line")
  func noTOML() throws {
    let error = #expect(throws: ForeignWaiverError.self) {
      try self.words("[advisories]\nignore = [", in: "audit.toml")
    }
    #expect(error?.description.hasPrefix("no TOML: ") == true)
    #expect(error?.description.contains("\n") == false)
    #expect(error?.line == 2)
  }

  @Test("may be nested without end, and name things without end")
  func hostile() throws {
    let deep = String(repeating: "[", count: 100_000)
    for (file, text) in [
      (".trivyignore.yaml", "secrets: " + deep), ("audit.toml", "[advisories]\nignore = " + deep),
      ("audit.toml", "[a" + String(repeating: ".a", count: 100_000) + "]"),
    ] {
      #expect(throws: ForeignWaiverError.self) { try self.words(text, in: file) }
    }
    let laughs = (1...30).map {
      "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ","))]"
    }
    let bomb = "a0: &a0 [x]\n" + laughs.joined(separator: "\n") + "\nsecrets: *a30"
    #expect(throws: ForeignWaiverError.self) { try self.words(bomb, in: ".trivyignore.yaml") }
  }
}
