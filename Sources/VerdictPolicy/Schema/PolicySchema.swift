import VerdictModel

/// The JSON Schema (2020-12) of a policy, made of the lists by which it is read. It accepts every
/// policy that the reader accepts; what takes more than one place to see, such as a report that no
/// rule looks at, only the reader refuses.
///
/// - Parameter formats: The names of the registered report formats.
/// - Returns: JSON that ends with a newline.
package func policySchema(formats: [String]) -> String {
  SchemaValue.policy(formats: formats).json() + "\n"
}

extension SchemaValue {
  static func policy(formats: [String]) -> SchemaValue {
    guard case .object(let head) = document(title: "A policy of verdict"),
      case .object(let body) = policyBody(formats: formats)
    else { return [:] }
    return .object(head + body)
  }

  private static func policyBody(formats: [String]) -> SchemaValue {
    record(
      "policy", keys: PolicyReader.policyKeys, required: ["version"],
      [
        "$schema": string,
        "version": version,
        "extends": ["anyOf": [base, ["type": "array", "items": base, "minItems": 1]]],
        "components": named(strings.orNull),
        "reports": named(report(formats: formats)).with("minProperties", 1),
        "gates": named(gate)
          .with("propertyNames", ["not": ["const": .text(PolicyTrust.id)]])
          .with("minProperties", 1),
        "stages": strings,
        "defaults": record("absence", keys: AbsenceActions.keys, absence, extending: true),
        "baseline": record("baseline", keys: PolicyReader.baselineKeys, ["store": string]),
        "trust": record(
          "trust", keys: TrustRules.keys, ["whenPolicyChanges": action, "reviewers": strings],
          extending: true),
        "waivers": record(
          "waivers", keys: WaiverSettings.keys,
          [
            "file": ["type": "string", "minLength": 1], "import": strings, "maxDays": count,
            "warnBefore": matching("^[0-9]+d$"), "whenAdded": action,
          ], extending: true),
      ], extending: true
    )
    .with("if", ["required": ["extends"]]).with("else", whole)
  }

  /// What a policy must have that extends no other: there it may be.
  private static var whole: SchemaValue {
    func entries(_ key: String) -> SchemaValue {
      ["additionalProperties": ["type": "object", "required": [.text(key)]]]
    }
    return [
      "required": ["reports", "gates"],
      "properties": ["reports": entries("files"), "gates": entries("rules")],
    ]
  }

  /// One thing that is extended.
  private static var base: SchemaValue {
    let file = record(
      "extends", keys: BaseReference.keys, required: ["file"],
      ["file": string, "sha256": matching("^[0-9a-fA-F]{64}$")])
    return ["anyOf": [string, file]]
  }

  private static func report(formats: [String]) -> SchemaValue {
    let age = "^[0-9]+ *(" + Age.unitNames.joined(separator: "|") + ")$"
    return record(
      "report", keys: PolicyReader.reportKeys,
      [
        "files": strings, "base": strings, "format": oneOf(formats.sorted()), "strip": string,
        "optional": boolean,
        "redact": boolean, "shards": count, "jobs": strings, "maxAge": matching(age),
        "variant": ["type": "string", "minLength": 1],
      ], extending: true
    )
    .orNull
  }

  private static var gate: SchemaValue {
    record(
      "gate", keys: PolicyReader.gateKeys,
      [
        "title": string, "rules": ["type": "array", "items": rule, "minItems": 1],
        "else": actions, "reviewers": strings, "stages": strings,
      ], extending: true
    )
    .orNull
  }

  /// An action for each state of absence.
  static var absence: [String: SchemaValue] {
    Dictionary(uniqueKeysWithValues: AbsenceActions.keys.map { ($0, action) })
  }
}
