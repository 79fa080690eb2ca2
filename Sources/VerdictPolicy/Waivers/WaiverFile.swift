package import VerdictModel

/// The waivers of a run.
package struct WaiverFile: Sendable, Hashable {
  /// In the file's order.
  package var waivers: [Waiver]
  /// Those of the version that the change is compared with; `nil` if it is not known.
  package var before: [Waiver]?
  /// Whether the file was changed, or nobody can say; only asked where `before` is `nil`.
  package var isChanged: Bool?

  package init(waivers: [Waiver], before: [Waiver]?, isChanged: Bool? = nil) {
    self.waivers = waivers
    self.before = before
    self.isChanged = isChanged
  }

  /// No waiver, now or before.
  package static let none = WaiverFile(waivers: [], before: [])

  /// Whether the change brings a waiver, or lets it do more than before: what is not known may be
  /// so.
  func provenance(of waiver: Waiver) -> WaiverProblem? {
    if let before {
      return before.contains(where: waiver.isAllowed) ? nil : .addedByChange
    }
    return switch isChanged {
    case true?: .addedByChange
    case false?: nil
    case nil: .unknownWhetherAdded
    }
  }
}
