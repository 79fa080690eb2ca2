import VerdictModel

extension Renderer {
  /// A comment for GitHub: answer, reason and gates open, everything else folded.
  ///
  /// The first line is a marker by which the comment is found again and updated in place.
  static let markdown = Renderer(
    id: "markdown", title: "comment for a pull request, GitHub-flavoured Markdown"
  ) { document, _ in
    let head = MarkdownComment.head(document)
    let footer = MarkdownComment.footer(document)
    let parts = MarkdownComment.parts(document)
    let room = CommentBudget.bytes - head.byteCount - footer.byteCount
    let (kept, dropped) = CommentBudget.fit(parts, into: room)
    let body = kept.map(\.markup).joined()
    return ("\(head)\(body)\(MarkdownComment.leftOut(dropped))\(footer)" as Markup).source
  }
}

/// The parts of the comment.
private enum MarkdownComment {
  static let shownPlaces = 10
  static let shownSteps = 10
  static let shownChanges = 10
  static let shownPolicyChanges = 50
  static let shownNotices = 20
  /// The room for one gate's checks, so that no gate pushes out the others.
  static let bytesOfGate = 15_000

  // MARK: Always there

  static func head(_ document: VerdictDocument) -> Markup {
    let headline = document.headline
    var lines = BoundedLines(
      """
      \(marker(document.verdict.policy))
      ## \(headline.word)

      \(document.reason)

      \(headline.counts) · \(headline.scope) · \(headline.baseline)

      | Gate | Result | What decides it |
      | --- | --- | --- |

      """, bytes: 20_000)
    if let trust = document.trust {
      lines.add("| \(trust.title) | \(trust.result) | \(trust.summary) |\n")
    }
    for gate in document.gates {
      lines.add("| \(gate.title) | \(gate.result) | \(gate.decisive) |\n")
    }
    guard lines.leftOut > 0 else { return "\(lines.markup)\n" }
    return "\(lines.markup)\n\(lines.leftOut) more gates are in the job's output.\n\n"
  }

  /// The marker names the policy, so that two policies keep two comments.
  static func marker(_ policy: String) -> Markup {
    let name = String(
      policy.unicodeScalars.prefix(100).map { scalar in
        let isPlain =
          scalar.isASCII
          && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar == "." || scalar == "/")
        return isPlain ? Character(scalar) : "_"
      })
    return Markup(stringLiteral: "<!-- verdict \(name) -->")
  }

  static func footer(_ document: VerdictDocument) -> Markup {
    "<sub>\(document.footer.joined(separator: " · "))</sub>\n"
  }

  static func leftOut(_ parts: [CommentPart]) -> Markup {
    guard !parts.isEmpty else { return "" }
    let names = listed(parts.map(\.name), atMost: 10)
    let checks = parts.reduce(0) { $0 + $1.checks }
    return checks == 0
      ? "More is in the job's output: \(names).\n\n"
      : "\(checks) more checks are in the job's output: \(names).\n\n"
  }

  // MARK: What is kept as long as there is room, by importance

  static func parts(_ document: VerdictDocument) -> [CommentPart] {
    var parts = [CommentPart(name: "the policy", rank: 1, markup: trust(document.trust))]
    parts += document.gates.map { gate in
      CommentPart(
        name: gate.title, rank: 2 + Action.block.rawValue - gate.action.rawValue,
        markup: section(gate), checks: gate.checks.count)
    }
    parts.append(CommentPart(name: "what changed", rank: 7, markup: comparison(document)))
    parts.append(CommentPart(name: "files without data", rank: 6, markup: change(document.change)))
    parts.append(CommentPart(name: "waivers", rank: 1, markup: waivers(document.waivers)))
    parts.append(CommentPart(name: "notices", rank: 8, markup: notes(document)))
    parts.append(CommentPart(name: "what to do", rank: 0, markup: steps(document.nextSteps)))
    return parts
  }

  static func trust(_ trust: TrustSection?) -> Markup {
    guard let trust else { return "" }
    return """
      <details><summary>\(trust.title): \(trust.result)</summary>

      \(items(trust.changes.map { "\($0.effect.name): \($0.words)" }, atMost: shownPolicyChanges, indent: ""))
      </details>


      """
  }

  static func section(_ gate: GateSection) -> Markup {
    var lines = BoundedLines(
      "<details><summary>\(gate.title): \(gate.result)</summary>\n\n", bytes: bytesOfGate)
    for entry in gate.folded { lines.add(item(entry)) }
    let leftOut: Markup =
      lines.leftOut == 0
      ? "" : "- \(lines.leftOut) more checks are in the job's output\n"
    let counted = gate.unfolded.map { "- besides, \($0)\n" as Markup } ?? ""
    return "\(lines.markup)\(leftOut)\(counted)\n</details>\n\n"
  }

  static func item(_ entry: CheckEntry) -> Markup {
    let details = [entry.placesSummary].compactMap(\.self) + entry.details
    let tail: Markup = details.isEmpty ? "" : " (\(details.joined(separator: "; ")))"
    var markup: Markup = "- \(entry.mark.rawValue) \(entry.subject): \(entry.answer)\(tail)\n"
    for place in entry.places.prefix(shownPlaces) { markup += "  - \(self.place(place))\n" }
    if entry.places.count > shownPlaces {
      markup += "  - and \(entry.places.count - shownPlaces) more\n"
    }
    markup += items(entry.waivers, atMost: shownPlaces, indent: "  ")
    return markup
  }

  static func place(_ place: CheckPlace) -> Markup {
    let lines = place.lines.words(atMost: CheckPlace.shownRanges)
    guard let path = place.path else { return "\(place.words)" }
    let location: Markup = lines.isEmpty ? "\(code: path)" : "\(code: path) \(lines)"
    return place.statement.isEmpty ? location : "\(place.statement) (\(location))"
  }

  static func comparison(_ document: VerdictDocument) -> Markup {
    guard !document.comparison.isEmpty, let baseline = document.verdict.baseline else { return "" }
    var markup: Markup = "<details><summary>Since baseline \(baseline.name)</summary>\n\n"
    for section in document.comparison {
      markup += "- \(section.title): \(section.summary)\n"
      for list in section.lists {
        markup += items(list.lines, atMost: shownChanges, indent: "  ")
      }
    }
    return "\(markup)\n</details>\n\n"
  }

  static func change(_ change: ChangeSection?) -> Markup {
    guard let change, !change.filesWithoutData.isEmpty else { return "" }
    return """
      <details><summary>Changed files that no coverage report mentions</summary>

      \(change.summary)

      \(items(change.filesWithoutData, atMost: shownNotices, indent: ""))
      </details>


      """
  }

  static func waivers(_ section: WaiverSection) -> Markup {
    var markup: Markup = ""
    if !section.waivers.isEmpty {
      markup += "### Waivers\n\n\(items(section.waivers, atMost: shownNotices, indent: ""))\n"
    }
    if !section.approvals.isEmpty {
      markup += "### Approvals\n\n\(items(section.approvals, atMost: shownNotices, indent: ""))\n"
    }
    return markup
  }

  static func notes(_ document: VerdictDocument) -> Markup {
    let sentences = document.evidence.flatMap(\.sentences) + document.notices
    guard !sentences.isEmpty else { return "" }
    return """
      <details><summary>Notices about the reports</summary>

      \(items(sentences, atMost: shownNotices, indent: ""))
      </details>


      """
  }

  static func steps(_ steps: [NextStep]) -> Markup {
    guard !steps.isEmpty else { return "" }
    var markup: Markup = "### To turn this green\n\n"
    for (offset, step) in steps.prefix(shownSteps).enumerated() {
      let command: Markup = step.command.map { ": \(code: $0)" } ?? ""
      let alternative = step.alternative.map { ", or \($0)" } ?? ""
      markup += "\(offset + 1). \(step.text)\(command)\(alternative)\n"
    }
    if steps.count > shownSteps { markup += "\nand \(steps.count - shownSteps) more\n" }
    return "\(markup)\n"
  }

  private static func items(_ items: [String], atMost limit: Int, indent: Markup) -> Markup {
    var markup = items.prefix(limit).map { "\(indent)- \($0)\n" as Markup }.joined()
    if items.count > limit { markup += "\(indent)- and \(items.count - limit) more\n" }
    return markup
  }
}
