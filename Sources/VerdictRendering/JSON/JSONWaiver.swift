import VerdictModel

/// One waiver in `verdict.json`.
struct JSONWaiver: Encodable {
  /// The file as the policy names it.
  let file: String
  let position: JSONPosition
  /// Absent if nobody is named, as in another tool's file.
  let owner: String?
  let reason: String
  /// Absent if there is none.
  let ticket: String?
  /// The first and the last day on which it counts, `2026-01-31`; absent without such an end.
  let created: String?
  let expires: String?
  /// What it speaks of, in words.
  let scope: String
  /// How many checks hold only because of it.
  let uses: Int
  /// `expired`, `notYetInForce`, `refused`, `addedByChange`, `unknownWhetherAdded`, `unused`,
  /// `tooBroad`, `expiresSoon`, `endless`, `tooLong`.
  let problems: [String]
  /// `info`, or `warn` if it needs attention.
  let action: String
  /// Everything in words.
  let text: String

  init(_ result: WaiverResult) {
    let waiver = result.waiver
    file = waiver.file
    position = JSONPosition(waiver.position)
    owner = waiver.owner
    reason = waiver.reason
    ticket = waiver.ticket
    created = waiver.created?.description
    expires = waiver.expires?.description
    scope = waiver.scope.words
    uses = result.uses
    problems = result.problems.map(Self.name)
    action = result.action.name
    text = result.words
  }

  private static func name(_ problem: WaiverProblem) -> String {
    switch problem {
    case .expired: "expired"
    case .notYetInForce: "notYetInForce"
    case .refused: "refused"
    case .addedByChange: "addedByChange"
    case .unknownWhetherAdded: "unknownWhetherAdded"
    case .unused: "unused"
    case .tooBroad: "tooBroad"
    case .expiresSoon: "expiresSoon"
    case .endless: "endless"
    case .tooLong: "tooLong"
    }
  }
}

/// What a waiver does for one check.
struct JSONWaiverUse: Encodable {
  let file: String
  let position: JSONPosition
  let owner: String?
  let expires: String?
  /// Whether the rule is not waivable, so that the waiver does nothing.
  let refused: Bool
  /// The findings or tests that do not count because of it; empty for a whole check.
  let places: [JSONPlace]
  /// Everything in words.
  let text: String

  init(_ use: WaiverUse) {
    file = use.waiver.file
    position = JSONPosition(use.waiver.position)
    owner = use.waiver.owner
    expires = use.waiver.expires?.description
    refused = use.isRefused
    places = use.places.map(JSONPlace.init)
    text = use.words
  }
}

/// One recorded approval.
struct JSONApproval: Encodable {
  let gate: String
  let by: String
  /// The reviewer in whose name; absent if nobody said.
  let `for`: String?
  /// How many open reviews it lifts.
  let lifted: Int
  /// What came of it, in words.
  let text: String

  init(_ result: ApprovalResult) {
    gate = result.approval.gate
    by = result.approval.name
    `for` = result.approval.reviewer
    if case .lifted(let checks, _) = result.effect { lifted = checks } else { lifted = 0 }
    text = result.words
  }
}
