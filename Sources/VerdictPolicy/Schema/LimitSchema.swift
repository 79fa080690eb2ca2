import VerdictModel

extension SchemaValue {
  /// A limit on values of a unit: one for all, or an object of patterns with one each.
  static func limit(_ relation: Limit.Relation, of unit: MetricUnit) -> SchemaValue {
    let amounts = amounts(relation, of: unit)
    let byPattern: SchemaValue = [
      "type": "object", "additionalProperties": ["anyOf": .array(amounts)], "minProperties": 1,
    ]
    return ["anyOf": .array(amounts + [byPattern])]
  }

  private static func amounts(_ relation: Limit.Relation, of unit: MetricUnit) -> [SchemaValue] {
    let isChange = relation.comparesWithBaseline
    let times = Picoseconds.unitNames
    switch unit {
    case .share(let counted):
      guard isChange else { return [number(in: ["%"])] }
      return [number(in: ["pp", "%"] + (relation == .maxDrop ? counted.names : []))]
    case .count(let counted):
      return isChange
        ? [number(in: ["%"] + counted.names)]
        : [["type": "integer", "minimum": 0], number(in: counted.names)]
    case .duration: return [number(in: isChange ? ["%"] + times : times)]
    case .number:
      let units = ["", "%"] + times + WrittenNumber.byteUnitNames
      return isChange
        ? [number(in: ["pp"] + units)] : [["type": "number"], number(in: units, "-?")]
    case .text: return [string, boolean]
    case .age: return [matching("^[0-9]+ *(" + Age.unitNames.joined(separator: "|") + ")$")]
    }
  }

  /// A number with one of the units, as `WrittenNumber` reads it.
  private static func number(in units: [String], _ sign: String = "") -> SchemaValue {
    matching("^\(sign)[0-9]+(\\.[0-9]+)? *(" + units.joined(separator: "|") + ")$")
  }
}
