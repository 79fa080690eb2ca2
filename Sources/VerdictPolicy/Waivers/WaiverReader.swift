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
  package func read(_ bytes: [UInt8]) throws(PolicyErrors) -> [Waiver] {
    let what = "the file of waivers"
    let file = try PolicyObject.document(bytes, key: what, what: what, keys: Self.fileKeys)
    let waivers = file.version1List("waivers").compactMap { element in
      PolicyObject(
        element, key: "waiver", what: "a waiver", keys: Self.waiverKeys, problems: file.problems
      ).flatMap(waiver)
    }
    try file.problems.check()
    return waivers
  }

  private func waiver(_ object: PolicyObject) -> Waiver? {
    let (created, expires) = (day("created", of: object), day("expires", of: object))
    let scope = WaiverScopeReader(policy: policy).read(object)
    let (owner, reason) = (object.requiredText("owner"), object.requiredText("reason"))
    let ticket = object.string("ticket")
    guard let created, let expires, checkTerm(created, expires, object), let scope, let owner,
      let reason
    else { return nil }
    return Waiver(
      scope: scope, owner: owner, reason: reason, ticket: ticket, created: created,
      expires: expires, file: file, position: object.position)
  }

  private func day(_ key: String, of object: PolicyObject) -> Day? {
    object.required(key).flatMap { _ in object.day(key) }
  }

  private func checkTerm(_ created: Day, _ expires: Day, _ object: PolicyObject) -> Bool {
    let days = created.days(until: expires)
    if days < 0 {
      object.report(
        .contradiction("the waiver expires on \(expires), before it is created on \(created)"),
        at: object.placeOfValue(of: "expires"))
    }
    if days > settings.maxDays {
      object.report(
        .contradiction(
          "the waiver is for \(days) days, the policy allows \(settings.maxDays): until "
            + "\(created.adding(days: settings.maxDays)) at most"),
        at: object.placeOfValue(of: "expires"))
    }
    return (0...settings.maxDays).contains(days)
  }
}
