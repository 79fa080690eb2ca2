/// What a gate does when its rule does not hold; ordered from mildest to strictest.
package enum Action: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// Shown, without effect on the verdict.
  case info
  case warn
  /// A block that a recorded approval lifts.
  case review
  case block

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The word used in policies and outputs.
  package var name: String { String(describing: self) }
}

/// The three answers.
package enum Outcome: Int, Hashable, Sendable, Comparable, CaseIterable {
  case pass
  case warn
  case block

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The word used in outputs.
  package var name: String { String(describing: self) }

  /// The answer that an action leads to: an open review blocks.
  package init(_ action: Action) {
    switch action {
    case .info: self = .pass
    case .warn: self = .warn
    case .review, .block: self = .block
    }
  }
}
