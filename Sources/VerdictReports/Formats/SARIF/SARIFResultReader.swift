import JSONDocument
import VerdictModel

/// Reads results (SARIF 2.1.0 §3.27) of one run.
struct SARIFResultReader {
  let run: ScanRun
  let tool: SARIFTool
  let invocations: SARIFInvocations
  var artifacts: SARIFArtifacts
  let logicalLocations: SARIFLogicalLocations
  // What most results repeat.
  private var ruleIDs = JSONStringTable()
  private var fingerprintNames = JSONStringTable()
  private var states = JSONStringTable()

  init(
    run: ScanRun, tool: SARIFTool, invocations: SARIFInvocations, artifacts: SARIFArtifacts,
    logicalLocations: SARIFLogicalLocations
  ) {
    self.run = run
    self.tool = tool
    self.invocations = invocations
    self.artifacts = artifacts
    self.logicalLocations = logicalLocations
  }

  /// Reads a result, also one that is not there any more (`baselineState: absent`, §3.27.24).
  mutating func read(_ result: JSONValue, notices: inout NoticeCollector) -> Finding {
    let state = states.string(
      result.values(of: "baselineState").first { !($0 == "absent") } ?? result["baselineState"])
    if state == "absent" {
      notices.note("a result with baselineState absent is not a current finding")
    }
    let reference = result["rule"]
    let id = ruleIDs.string(result["ruleId"]) ?? ruleIDs.string(reference?["id"])
    let index = tool.ruleIndex(
      id: id, index: result["ruleIndex"]?.listIndex ?? reference?["index"]?.listIndex,
      guid: reference?["guid"]?.string, component: reference?["toolComponent"], notices: &notices)
    let rule = index.map(tool.rule)

    let suppressions = SARIFSuppressions(of: result, notices: &notices)
    var level = FindingLevel.none
    var severity = FindingSeverity.none
    if SARIFLevel.isFinding(result, notices: &notices) {
      level =
        SARIFLevel.level(of: result, notices: &notices)
        ?? invocations.level(
          of: index, id: id, in: result["provenance"]?["invocationIndex"]?.int)
        ?? rule?.level ?? .warning
      severity = rule?.severity ?? SARIFLevel.severity(of: level)
      severity =
        SARIFLevel.securitySeverity(of: result, otherwise: severity, notices: &notices) ?? severity
    } else if let level = result["level"], !level.isNull, !(level == "none") {
      notices.note("a level of a result that is no failure by its kind is ignored")
    }
    let place = place(of: result, notices: &notices)
    return Finding(
      run: run,
      rule: id ?? rule?.id ?? "",
      message: SARIFMessage.text(of: result["message"]) { id in
        rule?.messages[id] ?? tool.component(index?.component).messages[id]
      },
      level: level,
      severity: severity,
      location: place.location,
      snippet: place.snippet,
      logicalLocation: place.logicalLocation,
      fingerprints: fingerprints(of: result),
      suppression: suppressions.counting,
      openSuppression: suppressions.open,
      reportedState: state)
  }

  // MARK: - Locations

  private struct Place {
    var location: FindingLocation?
    var snippet = ""
    var logicalLocation = ""
  }

  /// The first location in a file and the first logical one (§3.28): what comes after them are
  /// other places to look at for the same finding.
  private mutating func place(of result: JSONValue, notices: inout NoticeCollector) -> Place {
    var found = Place()
    for location in result["locations"]?.elements ?? .empty {
      if found.location == nil, let place = location["physicalLocation"],
        let artifact = place["artifactLocation"], let path = artifacts.path(of: artifact)
      {
        let region = place["region"]
        found.location = Self.location(path: path, region: region, notices: &notices)
        found.snippet = region?["snippet"]?["text"]?.text(atMost: Self.snippetLimit) ?? ""
      }
      if found.logicalLocation.isEmpty {
        found.logicalLocation = logicalLocations.name(
          of: location["logicalLocations"]?.elements.first)
      }
    }
    return found
  }

  /// A region (§3.30) of text; one in bytes or characters, or with line 0, says nothing about
  /// lines.
  private static func location(
    path: String, region: JSONValue?, notices: inout NoticeCollector
  ) -> FindingLocation {
    func positive(_ key: StaticString) -> Int? {
      region?[key]?.int.flatMap { $0 > 0 ? $0 : nil }
    }
    guard let line = positive("startLine") else {
      if region?.members.isEmpty == false {
        notices.note("a region without a line above 0 is read as the whole file")
      }
      return FindingLocation(path: path, line: nil)
    }
    return FindingLocation(
      path: path, line: line, column: positive("startColumn"),
      endLine: positive("endLine").flatMap { $0 >= line ? $0 : nil },
      endColumn: positive("endColumn"))
  }

  /// The most bytes of a snippet that are kept: some lines of code, by which a person knows the
  /// place again. Tools may put whole files there.
  private static let snippetLimit = 512

  // MARK: - Fingerprints

  /// `fingerprints` (§3.27.17) and `partialFingerprints` (§3.27.16). Some tools write an object
  /// with a `value` where SARIF has a text.
  private mutating func fingerprints(of result: JSONValue) -> Fingerprints {
    var fingerprints: [Fingerprints.Entry] = []
    for key: StaticString in ["fingerprints", "partialFingerprints"] {
      for (name, value) in result[key]?.members ?? .empty {
        guard let name = fingerprintNames.string(name),
          let text = value.string ?? value["value"]?.string
        else { continue }
        fingerprints.append(Fingerprints.Entry(name: name, value: text))
      }
    }
    return Fingerprints(fingerprints)
  }
}
