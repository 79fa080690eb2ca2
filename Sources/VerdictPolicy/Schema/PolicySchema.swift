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
      "policy", keys: PolicyReader.policyKeys, required: ["version", "reports", "gates"],
      [
        "$schema": string,
        "version": version,
        "components": named(strings),
        "reports": named(report(formats: formats)).with("minProperties", 1),
        "gates": named(gate)
          .with("propertyNames", ["not": ["const": .text(PolicyTrust.id)]])
          .with("minProperties", 1),
        "stages": strings,
        "defaults": record("absence", keys: AbsenceActions.keys, absence),
        "baseline": record("baseline", keys: PolicyReader.baselineKeys, ["store": string]),
        "trust": record(
          "trust", keys: TrustRules.keys, ["whenPolicyChanges": action, "reviewers": strings]),
        "waivers": record(
          "waivers", keys: WaiverSettings.keys,
          [
            "file": ["type": "string", "minLength": 1], "maxDays": count,
            "warnBefore": matching("^[0-9]+d$"), "whenAdded": action,
          ]),
      ])
  }

  private static func report(formats: [String]) -> SchemaValue {
    let age = "^[0-9]+ *(" + Age.unitNames.joined(separator: "|") + ")$"
    return record(
      "report", keys: PolicyReader.reportKeys, required: ["files"],
      [
        "files": strings, "format": oneOf(formats.sorted()), "strip": string, "optional": boolean,
        "redact": boolean, "shards": count, "maxAge": matching(age),
      ])
  }

  private static var gate: SchemaValue {
    record(
      "gate", keys: PolicyReader.gateKeys, required: ["rules"],
      [
        "title": string, "rules": ["type": "array", "items": rule, "minItems": 1],
        "else": actions, "reviewers": strings, "stages": strings,
      ])
  }

  /// An action for each state of absence.
  static var absence: [String: SchemaValue] {
    Dictionary(uniqueKeysWithValues: AbsenceActions.keys.map { ($0, action) })
  }
}
