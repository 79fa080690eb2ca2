import JSONDocument
package import VerdictModel

/// Reads a file of waivers. Whatever a waiver could do by mistake is refused here, with its place.
package struct WaiverReader {
  let policy: Policy
  let settings: WaiverSettings
  /// The file as the policy names it.
  let file: String

  static let fileKeys = ["$schema", "version", "waivers"]
  static let waiverKeys = [
    "gate", "match", "owner", "reason", "ticket", "created", "expires",
  ]

  /// - Parameters:
  ///   - policy: Names the gates and metrics that a waiver may speak of.
  ///   - settings: The policy's own.
  package init(policy: Policy, settings: WaiverSettings) {
    self.policy = policy
    self.settings = settings
    file = settings.file
  }

  /// Reads the waivers.
  ///
  /// - Parameter bytes: JSON, with comments and trailing commas allowed.
  package func read(_ bytes: [UInt8]) throws(PolicyError) -> [Waiver] {
    let object = try PolicyObject.document(bytes, what: "the file of waivers", keys: Self.fileKeys)
    try object.checkVersion(of: "waivers")
    var waivers: [Waiver] = []
    for element in try object.list("waivers", of: "waivers") { waivers.append(try waiver(element)) }
    return waivers
  }

  private func waiver(_ json: PositionedJSON) throws(PolicyError) -> Waiver {
    let object = try PolicyObject(json, key: "waiver", what: "a waiver", keys: Self.waiverKeys)
    let created = try day("created", of: object)
    let expires = try day("expires", of: object)
    try checkTerm(created, expires, object)
    return Waiver(
      scope: try WaiverScopeReader(policy: policy).read(object),
      owner: try object.requiredText("owner"), reason: try object.requiredText("reason"),
      ticket: try object.string("ticket"), created: created, expires: expires, file: file,
      position: object.position)
  }

  private func day(_ key: String, of object: PolicyObject) throws(PolicyError) -> Day {
    let json = try object.required(key)
    guard let day = try object.day(key) else {
      throw PolicyError(.missingKey(key, in: object.what), at: json.place)
    }
    return day
  }

  private func checkTerm(
    _ created: Day, _ expires: Day, _ object: PolicyObject
  ) throws(PolicyError) {
    let days = created.days(until: expires)
    if days < 0 {
      throw PolicyError(
        .contradiction("the waiver expires on \(expires), before it is created on \(created)"),
        at: object.placeOfValue(of: "expires"))
    }
    if days > settings.maxDays {
      throw PolicyError(
        .contradiction(
          "the waiver is for \(days) days, the policy allows \(settings.maxDays): until "
            + "\(created.adding(days: settings.maxDays)) at most"),
        at: object.placeOfValue(of: "expires"))
    }
  }
}

extension PolicyObject {
  /// The root of a file that stands beside the policy.
  static func document(
    _ bytes: [UInt8], what: String, keys: [String]
  ) throws(PolicyError) -> PolicyObject {
    let json: PositionedJSON
    do {
      json = try PositionedJSON.parse(bytes)
    } catch {
      let place = SourcePosition(line: error.position.line, column: error.position.column)
      throw PolicyError(.syntax(error.problem.description), at: place)
    }
    return try PolicyObject(json, key: what, what: what, keys: keys)
  }

  /// Refuses a version that is not 1.
  func checkVersion(of kind: String) throws(PolicyError) {
    let version = try required("version")
    guard case .number("1") = version.value else {
      throw PolicyError(
        .contradiction("this verdict reads version 1 of \(kind)"), at: version.place)
    }
  }

  /// The elements of a list that must be there; it may be empty.
  func list(_ key: String, of kind: String) throws(PolicyError) -> [PositionedJSON] {
    let json = try required(key)
    guard case .array(let elements) = json.value else {
      throw PolicyError(.wrongType(key: key, expected: "a list of \(kind)"), at: json.place)
    }
    return elements
  }

  /// Text that must be there and say something.
  func requiredText(_ key: String) throws(PolicyError) -> String {
    let json = try required(key)
    guard let text = json.text, text.contains(where: { !$0.isWhitespace }) else {
      throw PolicyError(.wrongType(key: key, expected: "text that is not empty"), at: json.place)
    }
    return text
  }

  /// Text that says something if it is there.
  func optionalText(_ key: String) throws(PolicyError) -> String? {
    has(key) ? try requiredText(key) : nil
  }
}
