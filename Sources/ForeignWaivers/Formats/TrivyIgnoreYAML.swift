import VerdictModel
import YAMLDocument

extension ForeignWaiverFormat {
  /// Lists of `id` with `paths`, `purls`, `statement` and `expired_at`, by kind of finding (Trivy's
  /// documentation, "Filtering", ".trivyignore.yaml").
  static let trivyIgnoreYAML = ForeignWaiverFormat(
    fileNames: [".trivyignore.yaml", ".trivyignore.yml"], tool: "Trivy",
    scanner: "trivy",
    read: { text throws(ForeignWaiverError) in
      guard let root = try document(text) else { return [] }
      guard let sections = root.map else {
        throw ForeignWaiverError(.wrongType(key: "the file", expected: "a map"), line: root.line)
      }
      var waivers: [ForeignWaiver] = []
      for (key, value) in sections where kinds.contains(key.text ?? "") {
        // `secrets:` with nothing behind it.
        if value.isNothing { continue }
        guard let entries = value.list else {
          throw ForeignWaiverError(
            .wrongType(key: key.text ?? "", expected: "a list"), line: value.line)
        }
        for entry in entries { waivers += try entry.waivers() }
      }
      return waivers.sorted { $0.line < $1.line }
    })

  private static let kinds = ["vulnerabilities", "misconfigurations", "secrets", "licenses"]

  private static func document(_ text: String) throws(ForeignWaiverError) -> YAMLValue? {
    do throws(YAMLSyntaxError) {
      return try YAMLDocument(text).root
    } catch {
      throw ForeignWaiverError(.syntax(error.words), line: error.line)
    }
  }
}

extension YAMLValue {
  fileprivate var isNothing: Bool { text.map { ["", "~", "null"].contains($0) } ?? false }

  /// What is not understood may narrow what an entry accepts.
  private static let entryKeys = ["id", "paths", "purls", "statement", "expired_at"]

  /// The waivers of one entry: one for each package that it names.
  fileprivate func waivers() throws(ForeignWaiverError) -> [ForeignWaiver] {
    guard let map else {
      throw ForeignWaiverError(.wrongType(key: "an entry", expected: "a map"), line: line)
    }
    for (key, _) in map where !Self.entryKeys.contains(key.text ?? "") {
      throw ForeignWaiverError(.notExpressible(key: key.text ?? ""), line: key.line)
    }
    guard let rule = try text("id") else {
      throw ForeignWaiverError(.missing(key: "id", of: "an entry"), line: line)
    }
    let until = try text("expired_at").map { text throws(ForeignWaiverError) in
      try Day(foreign: text, line: line)
    }
    let waiver = ForeignWaiver(
      rule: rule, paths: try texts("paths"),
      reason: try text("statement")?.trimmed ?? "", until: until, line: line)
    let packages = try texts("purls")
    guard !packages.isEmpty else { return [waiver] }
    return try packages.map { purl throws(ForeignWaiverError) in
      guard let name = packageName(of: purl) else {
        throw ForeignWaiverError(.wrongType(key: "purls", expected: "package URLs"), line: line)
      }
      var waiver = waiver
      waiver.package = name
      return waiver
    }
  }

  /// `lodash@4.17.20` of `pkg:npm/lodash@4.17.20?x=y#z`, as scanners name packages: with the
  /// namespace where it is part of the name (purl specification, "Rules for each purl component").
  private func packageName(of purl: String) -> String? {
    guard purl.hasPrefix("pkg:") else { return nil }
    let plain = purl.dropFirst(4).prefix { $0 != "?" && $0 != "#" }
    let parts = plain.split(separator: "/")
    guard parts.count >= 2, let type = parts.first, let name = parts.last else { return nil }
    let hasNamespace = ["npm", "golang", "composer", "github"].contains(type)
    return hasNamespace
      ? parts.dropFirst().joined(separator: "/").replacing("%40", with: "@") : String(name)
  }
}

extension YAMLValue {
  /// The text of a key; `nil` if it is absent.
  fileprivate func text(_ key: String) throws(ForeignWaiverError) -> String? {
    guard let value = self[key] else { return nil }
    guard let text = value.text else {
      throw ForeignWaiverError(.wrongType(key: key, expected: "text"), line: value.line)
    }
    return text
  }

  /// The texts of a list; none if it is absent.
  fileprivate func texts(_ key: String) throws(ForeignWaiverError) -> [String] {
    guard let value = self[key], !value.isNothing else { return [] }
    guard let texts = value.list?.map(\.text), texts.allSatisfy({ $0 != nil }) else {
      throw ForeignWaiverError(.wrongType(key: key, expected: "a list of texts"), line: value.line)
    }
    return texts.compactMap(\.self)
  }
}

extension YAMLSyntaxError {
  fileprivate var words: String {
    switch problem {
    case .syntax(let words): "no YAML: \(words)"
    case .undefinedAlias(let name): "no YAML: found undefined alias '\(name)'"
    case .tooDeep(let most): "no YAML that can be read: nested deeper than \(most) levels"
    case .secondDocument: "no YAML: found a second document"
    case .repeatedKey(let key): "'\(key)' stands twice in a map"
    }
  }
}
