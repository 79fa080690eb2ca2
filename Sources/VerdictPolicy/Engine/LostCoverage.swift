import VerdictModel

extension RuleEvaluation {
  /// A report of which fewer files are there than the baseline has, and with it the coverage of code
  /// that is still there: what is left may have the larger share. Files that nobody measures because
  /// they are gone, and reports that were put together into one, are no loss. A rule about the change
  /// needs no more than what the change touches.
  func lostCoverage(in scope: Scope, _ parts: [EvidencePart]) -> UndecidedReason? {
    guard rule.metric.kind == .coverage else { return nil }
    for part in parts {
      guard let before = baselinePart(part.id), part.sources.count < before.sources.count else {
        continue
      }
      let measured = Set(scope.content.coverage?.files.map(\.path) ?? [])
      let lost = (before.content.coverage?.files ?? []).filter { file in
        !file.lines.isEmpty && !measured.contains(file.path)
          && (scope.component?.contains(file.path) ?? true)
          && (rule.code == .all || scope.change?.file(at: file.path) != nil)
      }.map(\.path).filter(isStillThere)
      guard let example = lost.min() else { continue }
      let more = lost.count > 1 ? " and \(lost.count - 1) more files" : ""
      let found = "\(part.sources.count) \(part.sources.count == 1 ? "file" : "files")"
      return .gap(
        report: part.id,
        gaps: [
          .incomplete(
            reason: "has \(found), the baseline \(before.sources.count): nothing is known of "
              + "\(example)\(more)")
        ])
    }
    return nil
  }

  /// Whether a file that the baseline knows is still part of the code, as far as anybody can say.
  private func isStillThere(_ path: String) -> Bool {
    if let files = input.repositoryFiles { return files.contains(path) }
    return input.change?.files.contains { file in
      file.oldPath == path || (file.path == path && file.kind == .deleted)
    } != true
  }
}
