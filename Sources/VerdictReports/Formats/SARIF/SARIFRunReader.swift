import JSONDocument
import Memory
import VerdictModel

/// Reads one run (SARIF 2.1.0 §3.14): first what its results refer to, then result after result.
struct SARIFRunReader {
  private let text: SARIFText
  /// 1-based, for the user.
  private let number: Int

  init(text: SARIFText, number: Int) {
    self.text = text
    self.number = number
  }

  /// The members that are read by name; the others are only checked to be JSON.
  private static let knownKeys: Set = [
    "tool", "automationDetails", "artifacts", "originalUriBaseIds", "logicalLocations",
    "invocations", "externalPropertyFileReferences", "results",
  ]

  func read(_ outline: JSONOutline, into log: inout SARIFLog) throws(ReportError) {
    guard let run = SARIFMembers(outline) else {
      let found = try text.kind(of: outline).words
      log.incomplete.append("run \(number) is \(found), expected an object")
      return
    }
    for value in run.values(except: Self.knownKeys) { _ = try text.kind(of: value) }

    let tool = try text.read(run["tool"]) { SARIFTool($0, notices: &log.notices) }
    let category = try text.read(run["automationDetails"]) {
      Self.category($0?["id"]?.string)
    }
    let scan = ScanRun(tool: tool.driver.name, category: category)
    log.runs.append(scan)

    let name = scan.tool.isEmpty ? "run \(number)" : "run \(number) of '\(scan.tool)'"
    for key in run.repeatedKeys {
      log.incomplete.append("\(name) has the key '\(key)' twice, and only the first one was read")
    }
    let external = try text.read(run["externalPropertyFileReferences"]) {
      SARIFExternalProperties.missing(in: $0)
    }
    for part in external {
      log.incomplete.append("\(name) has its \(part) in another file, which is not read")
    }
    let invocations = try text.read(run["invocations"]) {
      SARIFInvocations($0, tool: tool, notices: &log.notices)
    }
    log.created = .last(log.created, invocations.ended)
    for failure in invocations.failures { log.incomplete.append("\(name) \(failure)") }

    var artifacts = SARIFArtifacts()
    try text.read(run["originalUriBaseIds"]) { artifacts.addBases($0) }
    try text.read(run["artifacts"]) { artifacts.addArtifacts($0) }
    let logicalLocations = try text.read(run["logicalLocations"]) {
      SARIFLogicalLocations($0)
    }

    try readResults(
      run["results"], name: name, into: &log,
      with: SARIFResultReader(
        run: scan, tool: tool, invocations: invocations, artifacts: artifacts,
        logicalLocations: logicalLocations))
  }

  private func readResults(
    _ results: JSONOutline?, name: String, into log: inout SARIFLog,
    with reader: consuming SARIFResultReader
  ) throws(ReportError) {
    guard let results else {
      log.incomplete.append("\(name) has no results: the scan did not take place")
      return
    }
    guard case .array(let elements) = results else {
      let found = try text.kind(of: results).words
      log.incomplete.append("\(name) has \(found) as results, expected a list")
      return
    }
    log.findings.reserveLargeCapacity(log.findings.count + elements.count)
    var strangers = 0
    var reader = reader
    try text.read(each: elements) { result in
      if result.kind != .object {
        strangers += 1
      } else {
        log.findings.append(reader.read(result, notices: &log.notices))
      }
    }
    if strangers > 0 {
      log.incomplete.append("\(name) has \(strangers) results that are not objects")
    }
  }

  /// What stands before the last `/` of a run's id; the part behind it names the single run
  /// (§3.17.3). An id without `/` names no category.
  static func category(_ id: String?) -> String {
    guard let id, let slash = id.lastIndex(of: "/") else { return "" }
    return String(id[..<slash])
  }
}
