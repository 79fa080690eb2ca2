import VerdictModel

/// The JSON Schema (2020-12) of a file of waivers, made of the lists by which it is read.
///
/// - Returns: JSON that ends with a newline.
package func waiversSchema() -> String {
  SchemaValue.waivers.json() + "\n"
}

extension SchemaValue {
  static var waivers: SchemaValue {
    guard case .object(let head) = document(title: "Waivers of verdict"),
      case .object(let body) = waiversBody
    else { return [:] }
    return .object(head + body)
  }

  private static var waiversBody: SchemaValue {
    record(
      "waivers file", keys: WaiverReader.fileKeys, required: ["version", "waivers"],
      ["$schema": string, "version": version, "waivers": ["type": "array", "items": waiver]])
  }

  private static var waiver: SchemaValue {
    record(
      "waiver", keys: WaiverReader.waiverKeys,
      required: ["owner", "reason", "created", "expires"],
      [
        "gate": string, "match": match, "owner": sentence, "reason": sentence, "ticket": string,
        "created": day, "expires": day,
      ]
    )
    .with("anyOf", [["required": ["match"]], ["required": ["gate"]]])
  }

  /// Findings, tests or checks, never several.
  private static var match: SchemaValue {
    [
      "anyOf": [
        record(
          "match", keys: WaiverScopeReader.findingKeys,
          ["rule": sentence, "path": strings, "package": sentence, "fingerprint": sentence]
        )
        .with("minProperties", 1),
        record(
          "match", keys: WaiverScopeReader.testKeys,
          ["test": strings, "class": strings, "message": strings]
        )
        .with("anyOf", [["required": ["test"]], ["required": ["class"]]]),
        record(
          "match", keys: WaiverScopeReader.checkKeys, required: ["metric"],
          [
            "metric": oneOf(Metrics.all.map(\.id)), "in": sentence,
            "of": oneOf(CheckSubject.Code.allCases.map(\.rawValue)), "item": sentence,
          ]),
      ]
    ]
  }
}
