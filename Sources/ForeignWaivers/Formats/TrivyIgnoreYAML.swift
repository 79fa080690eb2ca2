import VerdictModel
import Yams

extension ForeignWaiverFormat {
  /// Lists of `id` with `paths`, `purls`, `statement` and `expired_at`, by kind of finding (Trivy's
  /// documentation, "Filtering", ".trivyignore.yaml").
  static let trivyIgnoreYAML = ForeignWaiverFormat(
    fileNames: [".trivyignore.yaml", ".trivyignore.yml"], tool: "Trivy",
    scanner: "trivy",
    read: { text throws(ForeignWaiverError) in
      guard let root = try document(text) else { return [] }
      guard let mapping = root.mapping else {
        throw ForeignWaiverError(
          .wrongType(key: "the file", expected: "a map"), line: root.mark?.line)
      }
      var waivers: [ForeignWaiver] = []
      for (key, value) in mapping where kinds.contains(key.string ?? "") {
        // `secrets:` with nothing behind it.
        if value.isNothing { continue }
        guard let entries = value.sequence else {
          throw ForeignWaiverError(
            .wrongType(key: key.string ?? "", expected: "a list"), line: value.mark?.line)
        }
        for entry in entries { waivers += try entry.waivers() }
      }
      return waivers.sorted { $0.line < $1.line }
    })

  private static let kinds = ["vulnerabilities", "misconfigurations", "secrets", "licenses"]

  private static func document(_ text: String) throws(ForeignWaiverError) -> Node? {
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw ForeignWaiverError(.syntax(error.words), line: error.line)
    } catch {
      throw ForeignWaiverError(.syntax("\(error)"), line: nil)
    }
  }
}

extension Node {
  fileprivate var isNothing: Bool { scalar.map { ["", "~", "null"].contains($0.string) } ?? false }

  /// What is not understood may narrow what an entry accepts.
  private static let entryKeys = ["id", "paths", "purls", "statement", "expired_at"]

  /// The waivers of one entry: one for each package that it names.
  fileprivate func waivers() throws(ForeignWaiverError) -> [ForeignWaiver] {
    let line = mark?.line ?? 1
    guard let mapping else {
      throw ForeignWaiverError(.wrongType(key: "an entry", expected: "a map"), line: line)
    }
    for (key, _) in mapping where !Self.entryKeys.contains(key.string ?? "") {
      throw ForeignWaiverError(
        .notExpressible(key: key.string ?? ""), line: key.mark?.line ?? line)
    }
    guard let rule = try mapping.text("id") else {
      throw ForeignWaiverError(.missing(key: "id", of: "an entry"), line: line)
    }
    let until = try mapping.text("expired_at").map { text throws(ForeignWaiverError) in
      try Day(foreign: text, line: line)
    }
    let waiver = ForeignWaiver(
      rule: rule, paths: try mapping.texts("paths"),
      reason: try mapping.text("statement")?.trimmed ?? "", until: until, line: line)
    let packages = try mapping.texts("purls")
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

extension Node.Mapping {
  /// The text of a key; `nil` if it is absent.
  fileprivate func text(_ key: String) throws(ForeignWaiverError) -> String? {
    guard let node = self[key] else { return nil }
    guard let scalar = node.scalar else {
      throw ForeignWaiverError(.wrongType(key: key, expected: "text"), line: node.mark?.line)
    }
    return scalar.string
  }

  /// The texts of a list; none if it is absent.
  fileprivate func texts(_ key: String) throws(ForeignWaiverError) -> [String] {
    guard let node = self[key], !node.isNothing else { return [] }
    guard let sequence = node.sequence, sequence.allSatisfy({ $0.scalar != nil }) else {
      throw ForeignWaiverError(
        .wrongType(key: key, expected: "a list of texts"), line: node.mark?.line)
    }
    return sequence.compactMap { $0.scalar?.string }
  }
}

extension YamlError {
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: nil
    }
  }

  /// What is wrong, without the excerpt of the text that the library adds.
  fileprivate var words: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      "no YAML: \(problem)"
    case .duplicatedKeysInMapping: "a key stands twice in a map"
    default: "no YAML that can be read"
    }
  }
}
