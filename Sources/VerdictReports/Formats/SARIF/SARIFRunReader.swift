internal import JSONDocument
internal import VerdictModel

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

  func read(_ extent: JSONDocument.Extent, into log: inout SARIFLog) throws(ReportError) {
    guard let run = try text.members(of: extent) else {
      let kind = try text.read(extent).kind
      log.incomplete.append("run \(number) is \(kind.words), expected an object")
      return
    }
    for extent in run.values(except: Self.knownKeys) { _ = try text.read(extent) }

    let tool = SARIFTool(try value(of: "tool", in: run), notices: &log.notices)
    let name = tool.driver.name.isEmpty ? "run \(number)" : "run \(number) of '\(tool.driver.name)'"
    let details = try value(of: "automationDetails", in: run)
    let scan = ScanRun(
      tool: tool.driver.name, category: SARIFRunReader.category(details?["id"]?.string))
    log.runs.append(scan)

    for key in run.repeatedKeys {
      log.incomplete.append("\(name) has the key '\(key)' twice, and only the first one was read")
    }
    let external = try value(of: "externalPropertyFileReferences", in: run)
    for part in SARIFExternalProperties.missing(in: external) {
      log.incomplete.append("\(name) has its \(part) in another file, which is not read")
    }
    let invocations = SARIFInvocations(
      try value(of: "invocations", in: run), tool: tool, notices: &log.notices)
    log.incomplete.append(contentsOf: invocations.failures.map { "\(name) \($0)" })

    var artifacts = SARIFArtifacts()
    artifacts.addBases(try value(of: "originalUriBaseIds", in: run))
    artifacts.addArtifacts(try value(of: "artifacts", in: run))
    let logicalLocations = SARIFLogicalLocations(try value(of: "logicalLocations", in: run))

    try readResults(
      run["results"], name: name, into: &log,
      with: SARIFResultReader(
        run: scan, tool: tool, invocations: invocations, artifacts: artifacts,
        logicalLocations: logicalLocations))
  }

  private func readResults(
    _ results: JSONDocument.Extent?, name: String, into log: inout SARIFLog,
    with reader: consuming SARIFResultReader
  ) throws(ReportError) {
    guard let results else {
      log.incomplete.append("\(name) has no results: the scan did not take place")
      return
    }
    var strangers = 0
    var reader = reader
    let isList = try text.forEachElement(of: results) { extent throws(ReportError) in
      let result = try text.read(extent)
      if result.kind != .object {
        strangers += 1
      } else if let finding = reader.read(result, notices: &log.notices) {
        log.findings.append(finding)
      }
    }
    if !isList {
      let kind = try text.read(results).kind
      log.incomplete.append("\(name) has \(kind.words) as results, expected a list")
    }
    if strangers > 0 {
      log.incomplete.append("\(name) has \(strangers) results that are not objects")
    }
  }

  /// - Returns: Good until the next value is read.
  private func value(of key: String, in run: SARIFMembers) throws(ReportError) -> JSONValue? {
    guard let extent = run[key] else { return nil }
    return try text.read(extent)
  }

  /// What stands before the last `/` of a run's id; the part behind it names the single run
  /// (§3.17.3). An id without `/` names no category.
  static func category(_ id: String?) -> String {
    guard let id, let slash = id.lastIndex(of: "/") else { return "" }
    return String(id[..<slash])
  }
}
