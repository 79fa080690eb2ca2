import VerdictModel

/// What differs in the reports that two policies expect.
func reportChanges(_ old: Policy, _ new: Policy) -> [PolicyChange] {
  let known = Set(old.reports.map(\.id))
  return old.reports.flatMap { before -> [PolicyChange] in
    guard let after = new.reports.first(where: { $0.id == before.id }) else {
      return [before.removal]
    }
    return changes(of: before, after)
  } + new.reports.filter { !known.contains($0.id) }.map { $0.addition(to: old) }
}

private func changes(of old: ReportDeclaration, _ new: ReportDeclaration) -> [PolicyChange] {
  var list = ChangeList(
    .report(old.id), oldPosition: old.position, newPosition: new.position)
  list.comparePatterns("files", old.files, new.files)
  list.comparePatterns("base", old.base, new.base)
  list.compare("format", old.format, new.format, text: \.self)
  list.compare("strip", old.strip, new.strip, text: { $0.isEmpty ? nil : $0 })
  list.compare("variant", old.variant, new.variant, text: \.self)
  list.compare(
    "optional", old.isOptional, new.isOptional, text: { $0 ? "true" : nil },
    effect: { _, new in
      new ? .loosened : .tightened
    })
  // What is redacted takes findings for new that have moved, and shows less of them.
  list.compare("redact", old.isRedacted, new.isRedacted, text: { $0 ? "true" : nil })
  list.compare(
    "shards", old.shards, new.shards, text: { $0.map(String.init) },
    effect: { old, new in
      .moreIsStricter(old ?? 1, new ?? 1)
    })
  list.compare(
    "jobs", Set(old.jobs), Set(new.jobs),
    text: { $0.isEmpty ? nil : $0.sorted().joined(separator: ", ") },
    effect: { old, new in
      new.isSuperset(of: old) ? .tightened : .loosened
    })
  list.compare(
    "maxAge", old.maxAge, new.maxAge, text: { $0?.description },
    effect: { old, new in
      .lessIsStricter(old?.seconds ?? .max, new?.seconds ?? .max)
    })
  return list.changes
}

extension ReportDeclaration {
  private var filesText: String { files.map(\.pattern).joined(separator: ", ") }

  /// The change by which the report is not expected any more.
  fileprivate var removal: PolicyChange {
    PolicyChange(.loosened, .report(id), .removed(filesText), oldPosition: position)
  }

  /// The change by which the report is expected too. Evidence that rules without `from` now look at
  /// as well may lift a share or a count.
  fileprivate func addition(to old: Policy) -> PolicyChange {
    let isSeen = old.gates.flatMap(\.rules).contains { rule in
      rule.from.isEmpty && rule.metric.kind.map { (kind ?? $0) == $0 } ?? true
    }
    return PolicyChange(
      isSeen ? .changed : .tightened, .report(id), .added(filesText), newPosition: position)
  }
}
