import VerdictModel

extension NextStep {
  /// How many places a step names before the rest is counted.
  private static let shownPlaces = 3
  /// Making code faster, or better in another way that takes a tool to measure, takes longer than
  /// anything that can be counted in lines.
  private static let effortOfSpeed = 1_000_000

  /// What brings a violating value back within its limit, by as much as it takes and no more.
  static func violated(_ check: Check) -> Self {
    let namesReports = !check.subject.from.isEmpty && check.subject.each != "benchmark"
    let subject = check.subjectWords + (namesReports ? "," : "")
    if case .text(let asked) = check.limit.amount, let value = check.value {
      return Self(
        text: "bring \(subject) from \(QuantityText.full(value)) to \(QuantityText.word(asked))",
        command: nil, effort: 1)
    }
    guard let value = check.value, let bound = check.bound else {
      return Self(
        text: "bring \(subject) to \(check.limit.words)", command: nil,
        effort: max(1, check.places.count))
    }
    switch (value, check.limit.relation) {
    case (.share(let tally), .min), (.share(let tally), .maxDrop):
      return cover(check, tally, tally.shortfall(toReach: bound))
    case (.share(let tally), .above):
      return cover(check, tally, tally.shortfall(toReach: bound, exceeding: true))
    case (.count(let count, let unit), .max), (.count(let count, let unit), .maxRise):
      return reduce(check, by: distance(bound.roundedDown, Int128(count)), unit)
    case (.count(let count, let unit), .below):
      return reduce(check, by: distance(bound.roundedUp - 1, Int128(count)), unit)
    case (.count(let count, let unit), .min), (.count(let count, let unit), .maxDrop):
      let missing = distance(Int128(count), bound.roundedUp)
      return Self(
        text: "bring \(subject) up by \(QuantityText.count(missing, unit))"
          + places(check), command: nil, effort: missing)
    case (.duration(let duration), .max), (.duration(let duration), .maxRise):
      let allowed = Picoseconds(Int64(clamping: bound.roundedDown))
      let excess = Picoseconds(duration.count - allowed.count)
      return Self(
        text: "bring \(subject) down by \(QuantityText.duration(excess)), from "
          + QuantityText.duration(duration, apartFrom: [allowed])
          + " to at most \(QuantityText.duration(allowed, apartFrom: [duration]))",
        command: nil, effort: effortOfSpeed)
    case (.number(_, let unit), .min), (.number(_, let unit), .maxDrop):
      return Self(
        text: "bring \(subject) up to at least \(QuantityText.number(bound, unit))",
        command: nil, effort: effortOfSpeed)
    case (.number(_, .seconds), _):
      return Self(text: "make the reports anew" + places(check), command: nil, effort: 1)
    case (.number(_, let unit), .max), (.number(_, let unit), .maxRise):
      return Self(
        text: "bring \(subject) down to at most \(QuantityText.number(bound, unit))",
        command: nil, effort: effortOfSpeed)
    case (.duration, .above), (.duration, .below), (.number, .above), (.number, .below):
      return Self(
        text: "bring \(subject) to \(check.limit.words)", command: nil, effort: effortOfSpeed)
    default:
      return Self(
        text: "bring \(subject) to \(check.limit.words)" + places(check),
        command: nil, effort: max(1, check.places.count))
    }
  }

  /// Lines to cover: named if all of the places are needed, otherwise how many of them.
  ///
  /// - Parameter needed: How many; `nil` if there are not as many.
  private static func cover(_ check: Check, _ tally: Tally, _ needed: Int?) -> Self {
    guard let unit = check.coveredUnit, let needed else {
      return Self(
        text: "bring \(check.subjectWords) to \(check.limit.words)" + places(check),
        command: nil, effort: max(1, tally.missed))
    }
    if unit == .lines, let place = check.places.first, check.places.count == 1,
      let path = place.path,
      place.lines.count == needed, place.lines.ranges.count <= CheckPlace.shownRanges
    {
      return Self(
        text: "cover \(path) \(needed == 1 ? "line" : "lines") \(place.lines.sentence)",
        command: nil, effort: needed)
    }
    let goal =
      needed == tally.missed
      ? "cover all \(QuantityText.count(needed, unit)) that are uncovered"
      : "cover at least \(needed) of \(tally.missed) uncovered \(unit.rawValue)"
    return Self(text: goal + places(check), command: nil, effort: needed)
  }

  /// Tests to fix, findings to fix or remove, other things to have fewer of.
  private static func reduce(_ check: Check, by excess: Int, _ unit: CountUnit) -> Self {
    let verb =
      switch check.subject.facts.remedy {
      case .fix: "fix"
      case .fixOrRemove: "fix or remove"
      case .cover, .adjust: nil as String?
      }
    guard let verb else {
      return Self(
        text: "bring \(check.subjectWords) down by \(QuantityText.count(excess, unit))"
          + places(check), command: nil, effort: excess)
    }
    if check.places.count == excess, excess <= shownPlaces {
      return Self(
        text: "\(verb) \(listed(check.places.map(\.name), atMost: shownPlaces))", command: nil,
        effort: excess)
    }
    return Self(
      text: "\(verb) \(QuantityText.count(excess, unit))" + places(check), command: nil,
      effort: excess)
  }

  /// How far it is from one number up to the other, saturating.
  private static func distance(_ low: Int128, _ high: Int128) -> Int {
    let (distance, overflow) = high.subtractingReportingOverflow(low)
    return overflow ? .max : Int(clamping: distance)
  }

  /// `: a, b and 12 more`; empty without places.
  private static func places(_ check: Check) -> String {
    guard !check.places.isEmpty else { return "" }
    return ": " + listed(check.places.map(\.name), atMost: shownPlaces)
  }
}

extension LineRanges {
  /// `88 and 91`, `40–44, 61 and 70`.
  fileprivate var sentence: String {
    var parts = ranges.map { LineRanges(ranges: [$0]).words() }
    guard let last = parts.popLast(), !parts.isEmpty else { return words() }
    return parts.joined(separator: ", ") + " and " + last
  }
}
