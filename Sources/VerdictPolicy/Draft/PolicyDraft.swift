package import VerdictModel

/// A policy to begin with, made from the reports that are there: it asks for what holds already.
package struct PolicyDraft: Sendable {
  /// One entry of `reports`.
  package struct Report: Sendable, Hashable {
    /// Unique among the reports of the draft.
    package var id: String
    /// Patterns relative to the policy's directory, at least one.
    package var files: [String]
    /// `nil` where the files have several formats.
    package var format: String?
    /// What they hold.
    package var kind: EvidenceKind

    package init(id: String, files: [String], format: String?, kind: EvidenceKind) {
      self.id = id
      self.files = files
      self.format = format
      self.kind = kind
    }
  }

  /// In the order in which they are written; only those that some rule looks at.
  package private(set) var reports: [Report]
  private var rules: [DraftRule]

  /// A draft whose limits say nothing yet.
  package init(reports: [Report]) {
    self.reports = reports
    rules = DraftGate.all.flatMap { gate in
      let reports = reports.filter { $0.kind == gate.kind }
      return gate.rules(reports.map(\.id))
    }
  }

  /// The same with the limits that just hold, rounded to the strict side where that leaves room.
  /// What has no value, or none that a limit could keep, is not asked for.
  ///
  /// - Parameter verdict: What this draft, read as a policy, says of the reports.
  package func holding(_ verdict: Verdict) -> PolicyDraft {
    var draft = self
    let checks = verdict.gates.flatMap(\.checks)
    draft.rules = zip(rules, checks).compactMap { rule, check in
      check.status.isMeasured ? check.value.flatMap(rule.holding) : nil
    }
    let kinds = Set(draft.rules.map(\.metric.kind))
    let named = Set(draft.rules.compactMap(\.from))
    draft.reports = reports.filter { report in
      report.kind == .findings ? named.contains(report.id) : kinds.contains(report.kind)
    }
    return draft
  }

  /// The policy: JSON with comments for its author.
  package var text: String {
    """
    // Written by `verdict policy init`: what held in these reports must go on to hold. Make the limits
    // stricter as the numbers get better. What is commented out takes a baseline, or a change.
    {
      "version": 1,

      // Declared means expected: a report that is missing, empty or cannot be read blocks.
      "reports": {
    \(reports.map { "    \($0.text),\n" }.joined())  },

      // A rule that does not hold blocks, unless it says "else": "warn", or "review".
      "gates": {
    \(DraftGate.all.compactMap(text).joined())  },
    }

    """
  }

  private func text(of gate: DraftGate) -> String? {
    let rules = rules.filter { $0.metric.kind == gate.kind }
    guard !rules.isEmpty else { return nil }
    let lines =
      rules.map { "        \($0.text),\($0.remark.map { "  // \($0)" } ?? "")\n" }
      + gate.suggestions.map { "        // \($0.rule),  // \($0.needs)\n" }
    return """
          \(gate.id.quoted): {
            "title": \(gate.title.quoted),
            "rules": [
      \(lines.joined())      ],
          },

      """
  }
}

extension PolicyDraft.Report {
  fileprivate var text: String {
    let format = format.map { "\"format\": \($0.quoted), " } ?? ""
    let files = files.map(\.quoted)
    let list = files.count == 1 ? files[0] : "[\(files.joined(separator: ", "))]"
    let text = "\(id.quoted): { \(format)\"files\": \(list) }"
    guard text.count > 100 else { return text }
    let lines = files.map { "        \($0),\n" }.joined()
    return "\(id.quoted): {\n      \(format)\"files\": [\n\(lines)      ],\n    }"
  }
}

extension CheckStatus {
  /// Whether there is a whole answer, whatever it is.
  fileprivate var isMeasured: Bool {
    switch self {
    case .satisfied, .violated, .waived: true
    case .notApplicable, .undecided: false
    }
  }
}
