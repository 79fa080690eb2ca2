import VerdictModel

extension Renderer {
  /// For people at a terminal, and for the job's log.
  static let terminal = Renderer(id: "terminal", title: "text for a terminal or the log of a job") {
    document, options in
    var page = TerminalPage(options)
    page.headline(document.headline)
    page.trust(document.trust)
    page.gates(document.gates)
    page.comparison(document)
    page.change(document.change)
    page.waivers(document.waivers)
    page.notes(document)
    page.nextSteps(document.nextSteps)
    return page.text
  }
}

extension TerminalPage {
  /// How many places of a check, and things that changed, are shown before the rest is counted.
  private static let shownPlaces = 10
  private static let shownChanges = 5
  private static let shownNotices = 3
  /// A policy that people wrote has fewer; what is loosened comes first.
  private static let shownPolicyChanges = 50
  /// Where the results of the gates end in a wide terminal.
  private static let margin = 104

  fileprivate mutating func headline(_ headline: Headline) {
    spread(
      [headline.counts, headline.scope, headline.baseline], prefix: "\(headline.word)  ",
      style: .bold)
    blank()
  }

  /// Before the gates: what was loosened says how much their answers are worth.
  fileprivate mutating func trust(_ trust: TrustSection?) {
    guard let trust else { return }
    title(
      trust.title, right: trust.result, margin: Self.margin, style: TerminalStyle(trust.action))
    paragraph(trust.summary, indent: 2)
    policyChanges(Array(trust.changes.prefix(Self.shownPolicyChanges))) { _ in "" }
    if trust.changes.count > Self.shownPolicyChanges {
      paragraph("and \(trust.changes.count - Self.shownPolicyChanges) more", indent: 2)
    }
    blank()
  }

  fileprivate mutating func gates(_ gates: [GateSection]) {
    let columns = TerminalColumns(
      gates.flatMap { $0.listed.map(TerminalRow.init) }, width: min(width, Self.margin))
    for gate in gates {
      title(gate.title, right: gate.result, margin: Self.margin, style: TerminalStyle(gate))
      for entry in gate.listed {
        row(TerminalRow(entry), columns)
        if entry.places.count > 1 {
          list(entry.places.map(\.words), atMost: Self.shownPlaces, indent: 6)
        }
        list(entry.waivers, atMost: Self.shownPlaces, indent: 6)
      }
      if !gate.listed.isEmpty, let rest = gate.unlisted {
        paragraph("besides, \(rest)", indent: 4)
      }
    }
    blank()
  }

  fileprivate mutating func comparison(_ document: VerdictDocument) {
    guard !document.comparison.isEmpty, let baseline = document.verdict.baseline else { return }
    paragraph("Since baseline \(baseline.name)", style: .bold)
    changes(document.comparison, atMost: Self.shownChanges)
    blank()
  }

  /// What changed, a kind of evidence after the other.
  ///
  /// - Parameter limit: How many things of one sort are shown before the rest is counted.
  mutating func changes(_ sections: [ComparisonSection], atMost limit: Int) {
    for section in sections {
      paragraph(section.summary, indent: 2, prefix: section.title.padded(toWidth: 12))
      for changes in section.lists { list(changes.lines, atMost: limit, indent: 4) }
    }
  }

  fileprivate mutating func change(_ change: ChangeSection?) {
    guard let change, !change.filesWithoutData.isEmpty else { return }
    paragraph("Changed files that no coverage report mentions", style: .bold)
    list(change.filesWithoutData, atMost: Self.shownPlaces, indent: 2)
    blank()
  }

  fileprivate mutating func waivers(_ section: WaiverSection) {
    for (title, sentences) in [("Waivers", section.waivers), ("Approvals", section.approvals)]
    where !sentences.isEmpty {
      paragraph(title, style: .bold)
      list(sentences, atMost: Self.shownPlaces, indent: 2)
      blank()
    }
  }

  fileprivate mutating func notes(_ document: VerdictDocument) {
    if !document.evidence.isEmpty {
      paragraph("Reports", style: .bold)
      for report in document.evidence {
        for gap in report.gaps { paragraph(gap, indent: 2, prefix: "\(Mark.undecided.rawValue) ") }
        list(report.notices, atMost: Self.shownNotices, indent: 2)
      }
      blank()
    }
    if !document.notices.isEmpty {
      paragraph("Notices", style: .bold)
      list(document.notices, atMost: Self.shownNotices, indent: 2)
      blank()
    }
  }

  fileprivate mutating func nextSteps(_ steps: [NextStep]) {
    guard !steps.isEmpty else { return }
    paragraph("To turn this green", style: .bold)
    for (offset, step) in steps.prefix(Self.shownPlaces).enumerated() {
      paragraph(step.line, indent: 2, prefix: "\(offset + 1). ")
    }
    if steps.count > Self.shownPlaces {
      paragraph("and \(steps.count - Self.shownPlaces) more", indent: 2)
    }
  }
}

extension TerminalRow {
  fileprivate init(_ entry: CheckEntry) {
    sign = entry.mark.rawValue
    style = TerminalStyle(entry.mark)
    subject = entry.subject
    number = entry.measure
    let place = entry.places.count == 1 ? entry.places[0].words : nil
    let origin = [entry.placesSummary, place].compactMap(\.self).joined(separator: ": ")
    tail = ([entry.measure == nil ? entry.answer : "", origin] + entry.details)
      .filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

extension TerminalStyle {
  init(_ mark: Mark) {
    switch mark {
    case .violated: self = .red
    case .warning, .undecided, .waived: self = .yellow
    case .holds: self = .green
    case .noted: self = .plain
    }
  }

  fileprivate init(_ gate: GateSection) { self.init(gate.action) }

  init(_ action: Action) {
    switch action {
    case .block, .review: self = .red
    case .warn: self = .yellow
    case .info: self = .green
    }
  }
}
