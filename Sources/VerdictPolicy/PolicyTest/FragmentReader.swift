import JSONDocument
import VerdictModel

/// Reads evidence as tests of policies write it: what is essential of a report, in a line.
struct FragmentReader {
  let policy: Policy

  /// Tests, lines and findings of one entry: more than anybody tries by hand.
  static let mostItems = 100_000

  /// What the reports of a key hold; `nil` for a value that is no object.
  func evidence(_ key: String, of test: PolicyObject) -> Evidence? {
    test.declarations(key).map { members in
      Evidence(parts: members.compactMap { part($0, test) })
    }
  }

  private func part(_ member: PositionedJSON.Member, _ test: PolicyObject) -> EvidencePart? {
    let name = PlacedText(text: member.key, place: member.place)
    guard test.isKnown(name, "report", among: policy.reports.map(\.id)),
      let declaration = policy.reports.first(where: { $0.id == member.key })
    else { return nil }
    if let text = member.value.text {
      let word = PlacedText(text: text, place: member.value.place)
      guard
        test.isKnown(word, "state of a report", among: GapKind.allCases.map(\.rawValue)),
        let kind = GapKind(rawValue: text)
      else { return nil }
      return EvidencePart(
        id: member.key, sources: [], gaps: [gap(kind, declaration)], content: EvidenceContent())
    }
    let fragment = PolicyObject(
      member.value, key: member.key, what: "report '\(member.key)'",
      keys: EvidenceKind.allCases.map(\.rawValue), problems: test.problems)
    return fragment.flatMap { content($0, declaration) }.map {
      EvidencePart(id: member.key, sources: [], gaps: [], content: $0)
    }
  }

  private func gap(_ kind: GapKind, _ report: ReportDeclaration) -> EvidenceGap {
    let patterns = report.files.map(\.pattern)
    let (file, reason) = (patterns.first ?? "", "the test has it so")
    return switch kind {
    case .missing: .missing(patterns: patterns)
    case .empty: .empty(file: file)
    case .incomplete: .incomplete(reason: reason)
    case .stale:
      .stale(file: file, .olderThan(allowed: Age(seconds: 86_400), age: Age(seconds: 172_800)))
    case .unreadable: .unreadable(file: file, reason: reason)
    }
  }

  private func content(
    _ fragment: PolicyObject, _ report: ReportDeclaration
  ) -> EvidenceContent? {
    let kinds = EvidenceKind.allCases.filter { fragment.has($0.rawValue) }
    guard kinds.count == 1, let json = fragment.member(kinds[0].rawValue) else {
      let known = EvidenceKind.allCases.map(\.rawValue).joined(separator: ", ")
      fragment.report(
        .contradiction("\(fragment.what) holds one of \(known)"), at: fragment.position)
      return nil
    }
    if let kind = report.kind, kind != kinds[0] {
      fragment.report(
        .contradiction("\(fragment.what) holds \(kind.rawValue), not \(kinds[0].rawValue)"),
        at: fragment.place(of: kinds[0].rawValue))
      return nil
    }
    return switch kinds[0] {
    case .tests: tests(json, fragment)
    case .coverage: coverage(json, fragment)
    case .findings: findings(json, fragment, tool: report.id)
    case .benchmarks: benchmarks(json, fragment)
    case .facts: facts(json, fragment)
    }
  }

  /// The members of an object whose keys are no names of the program; `nil` for anything else.
  func members(
    _ json: PositionedJSON, _ kind: EvidenceKind, _ fragment: PolicyObject, expected: String
  ) -> [PositionedJSON.Member]? {
    if case .object(let members) = json.value { return members }
    fragment.report(.wrongType(key: kind.rawValue, expected: expected), at: json.place)
    return nil
  }

  // MARK: - Kinds of a line each

  private func benchmarks(
    _ json: PositionedJSON, _ fragment: PolicyObject
  ) -> EvidenceContent? {
    let expected = "an object of times, such as { \"sort\": \"12ms\" }"
    return members(json, .benchmarks, fragment, expected: expected).map { members in
      EvidenceContent(
        benchmarks: BenchmarkReport(
          benchmarks: members.compactMap { member in
            guard let text = member.value.text,
              case .duration(let time)? = WrittenNumber(text)?.quantity
            else {
              fragment.report(
                .wrongType(key: member.key, expected: "a time such as \"12ms\""),
                at: member.value.place)
              return nil
            }
            return Benchmark(
              id: member.key, name: member.key, throughput: nil,
              statistics: BenchmarkStatistics(
                samples: 100, mean: time, median: time, fifthPercentile: time,
                standardDeviation: Picoseconds(0)))
          }))
    }
  }

  private func facts(_ json: PositionedJSON, _ fragment: PolicyObject) -> EvidenceContent? {
    let expected = "an object such as { \"mypy\": \"success\" }"
    return members(json, .facts, fragment, expected: expected).map { members in
      EvidenceContent(
        facts: FactsReport(
          facts: members.compactMap { member in
            let value: FactValue? =
              switch member.value.value {
              case .bool(let value): .boolean(value)
              case .string(let text): .text(text)
              case .number(let digits):
                ExactDecimal(digits, maxScale: FactValue.maxDigits).map { .number($0) }
              case .null, .array, .object: nil
              }
            if value == nil {
              fragment.report(
                .wrongType(key: member.key, expected: "a word, a number, true or false"),
                at: member.value.place)
            }
            return value.map { Fact(key: member.key, value: $0) }
          }))
    }
  }
}
