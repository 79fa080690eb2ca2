import Testing
import VerdictModel

@testable import VerdictPolicy

@Suite("Schemas of policies and waivers")
struct PolicySchemaTests {
  private static let policy = SchemaValue.policy(formats: ["lcov", "junit"])

  /// The schema of a nested value.
  private static func find(_ path: [String], in schema: SchemaValue) throws -> SchemaValue {
    try path.reduce(schema) { try #require($0[$1], "no \($1)") }
  }

  @Test(
    "know exactly the keys that the reader knows",
    arguments: [
      ([], PolicyReader.policyKeys),
      (["reports", "additionalProperties"], PolicyReader.reportKeys),
      (["gates", "additionalProperties"], PolicyReader.gateKeys),
      (["gates", "additionalProperties", "rules", "items"], RuleReader.keys),
      (["defaults"], AbsenceActions.keys),
      (["baseline"], PolicyReader.baselineKeys),
      (["trust"], TrustRules.keys),
      (["waivers"], WaiverSettings.keys),
    ])
  func keys(path: [String], expected: [String]) throws {
    var schema = Self.policy
    for step in path {
      schema = try #require(schema["properties"]?[step] ?? schema[step])
    }
    #expect(schema["properties"]?.keys == expected)
    #expect(schema["additionalProperties"] == false)
  }

  @Test("know exactly the keys of waivers")
  func waiverKeys() throws {
    let schema = SchemaValue.waivers
    #expect(schema["properties"]?.keys == WaiverReader.fileKeys)
    let waiver = try Self.find(["properties", "waivers", "items"], in: schema)
    #expect(waiver["properties"]?.keys == WaiverReader.waiverKeys)
    guard case .array(let matches) = try Self.find(["properties", "match", "anyOf"], in: waiver)
    else { return #expect(Bool(false), "no alternatives") }
    #expect(
      matches.map { $0["properties"]?.keys } == [
        WaiverScopeReader.findingKeys, WaiverScopeReader.testKeys, WaiverScopeReader.checkKeys,
      ])
  }

  @Test("say of each key of a record what it may hold, and in words what it says")
  func nothingIsOpen() {
    let open = Self.openKeys(Self.policy) + Self.openKeys(.waivers)
    #expect(open == [])
  }

  /// The keys of records, at any depth, that have no words or may hold anything.
  private static func openKeys(_ schema: SchemaValue) -> [String] {
    switch schema {
    case .object(let members):
      let isRecord = schema["additionalProperties"] == false
      let own = (isRecord ? schema["properties"] : nil).map { properties in
        properties.keys.filter { key in
          properties[key]?["description"] == nil || properties[key]?.keys == ["description"]
        }
      }
      return (own ?? []) + members.flatMap { openKeys($0.value) }
    case .array(let elements): return elements.flatMap { openKeys($0) }
    case .text, .number, .bool: return []
    }
  }

  @Test("have a condition for each metric")
  func metrics() throws {
    let rule = try Self.find(
      ["properties", "gates", "additionalProperties", "properties", "rules", "items"],
      in: Self.policy)
    guard case .array(let conditions) = try #require(rule["allOf"]) else {
      return #expect(Bool(false), "no conditions")
    }
    #expect(
      conditions.map { $0["if"]?["properties"]?["metric"]?["const"] }
        == Metrics.all.map { .text($0.id) })
  }

  @Test("write limits as the reader reads them")
  func limits() {
    #expect(
      SchemaValue.limit(.maxDrop, of: .share(of: .lines)).json().contains(
        #""pattern": "^[0-9]+(\\.[0-9]+)? *(pp|%|lines|line)$""#))
    #expect(
      SchemaValue.limit(.max, of: .count(.tests)).json().contains(
        #""pattern": "^[0-9]+(\\.[0-9]+)? *(tests|test)$""#))
  }

  @Test("print lists of plain values on their line")
  func text() {
    let value: SchemaValue = ["a": [1, "x\"\\"], "b": ["c": false], "d": [["e": []]], "f": [:]]
    #expect(
      value.json() == #"""
        {
          "a": [1, "x\"\\"],
          "b": {
            "c": false
          },
          "d": [
            {
              "e": []
            }
          ],
          "f": {}
        }
        """#)
  }
}
