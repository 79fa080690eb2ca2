import VerdictModel

extension PolicyLint {
  /// Changes that may weaken what they are judged by.
  static let weakTrust = PolicyLint(
    summary: "a change of the policy or its waivers that passes, such as \"whenAdded\": \"info\""
  ) { input in
    let policy = input.policy
    let actions = [
      ("trust", "whenPolicyChanges", policy.trust.whenPolicyChanges),
      ("waivers", "whenAdded", policy.waivers?.whenAdded ?? .review),
    ]
    return actions.filter { $0.2 == .info }.map { section, key, _ in
      PolicyWarning(.changePasses(key: key), at: input.places.value(section, key))
    }
  }

  /// Waivers that may last for ever, in effect.
  static let longWaivers = PolicyLint(summary: "waivers that may last for more than a year") {
    input in
    guard let settings = input.policy.waivers, settings.maxDays > tooFar else { return [] }
    return [
      PolicyWarning(
        .longWaivers(days: settings.maxDays), at: input.places.value("waivers", "maxDays"))
    ]
  }
}
