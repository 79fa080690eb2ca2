package import VerdictModel

/// The waivers of a run.
package struct WaiverFile: Sendable, Hashable {
  /// The policy's own in their file's order, then those of other tools.
  package var waivers: [Waiver]
  /// Those of the version that the change is compared with; `nil` if it is not known.
  package var before: [Waiver]?
  /// The files that were changed, as waivers name theirs; `nil` if nobody can say. Only asked where
  /// `before` is `nil`.
  package var changedFiles: Set<String>?

  package init(waivers: [Waiver], before: [Waiver]?, changedFiles: Set<String>? = nil) {
    self.waivers = waivers
    self.before = before
    self.changedFiles = changedFiles
  }

  /// Whether it is known what the change does to the files.
  package var isCompared: Bool { before != nil || changedFiles != nil }

  /// No waiver, now or before.
  package static let none = WaiverFile(waivers: [], before: [])

  /// Whether the change brings a waiver, or lets it do more than before: what is not known may be
  /// so.
  func provenance(of waiver: Waiver) -> WaiverProblem? {
    if let before {
      return before.contains(where: waiver.isAllowed) ? nil : .addedByChange
    }
    guard let changedFiles else { return .unknownWhetherAdded }
    return changedFiles.contains(waiver.file) ? .addedByChange : nil
  }
}
