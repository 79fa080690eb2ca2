import VerdictModel

/// A measured value.
struct JSONQuantity: Encodable {
  /// `share`, `count`, `duration`, `number` or `text`.
  let kind: String
  /// Of a share: how many of `total`. 0 of 0 is no data.
  let covered: Int?
  let total: Int?
  /// Of a count: how many of `unit`.
  let count: Int?
  /// Of a count: `lines`, `branches`, `tests`, `findings` or `benchmarks`; of a number: `plain`,
  /// `percent` or `bytes`.
  let unit: String?
  /// Of a duration: whole picoseconds (10⁻¹² s).
  let picoseconds: Int64?
  /// Of a number: `mantissa × 10^-scale`.
  let mantissa: Int64?
  let scale: Int?
  /// Of a text, as the report has it.
  let value: String?
  /// The value in words: `97.44 % (76 of 78)`.
  let text: String

  init(_ quantity: Quantity) {
    var share: Tally?
    var number: (count: Int, unit: CountUnit)?
    var duration: Picoseconds?
    var decimal: (number: ExactDecimal, unit: NumberUnit)?
    var word: String?
    switch quantity {
    case .share(let tally):
      kind = "share"
      share = tally
    case .count(let count, let unit):
      kind = "count"
      number = (count, unit)
    case .duration(let time):
      kind = "duration"
      duration = time
    case .number(let number, let unit):
      kind = "number"
      decimal = (number, unit)
    case .text(let text):
      kind = "text"
      word = text
    }
    covered = share?.covered
    total = share?.total
    count = number?.count
    unit = number?.unit.rawValue ?? decimal?.unit.rawValue
    picoseconds = duration?.count
    mantissa = decimal?.number.mantissa
    scale = decimal?.number.scale
    value = word
    text = QuantityText.full(quantity)
  }
}

/// What a rule demands: `mantissa × 10^-scale` of `unit`, as the policy writes it.
struct JSONLimit: Encodable {
  /// `min`, `max`, `above`, `below`, `equals`, `maxDrop` or `maxRise`.
  let relation: String
  /// Absent for a text.
  let mantissa: Int64?
  /// Digits after the decimal point; absent for a text.
  let scale: Int?
  /// `percent`, `points` (percentage points), `picoseconds`, `plain`, `bytes`, `seconds`, `text`, or what is
  /// counted, such as `lines`.
  let unit: String
  /// The text that is asked for; absent for numbers.
  let value: String?
  /// The amount as it is written: `79.5 %`.
  let amount: String
  /// The demand in words: `at least 79.5 %`.
  let text: String

  init(_ limit: Limit) {
    relation = limit.relation.rawValue
    var word: String?
    switch limit.amount {
    case .percent(let number): (mantissa, scale, unit) = (number.mantissa, number.scale, "percent")
    case .points(let number): (mantissa, scale, unit) = (number.mantissa, number.scale, "points")
    case .count(let count, let unit):
      (mantissa, scale, self.unit) = (Int64(count), 0, unit.rawValue)
    case .duration(let duration): (mantissa, scale, unit) = (duration.count, 0, "picoseconds")
    case .number(let number, let unit):
      (mantissa, scale, self.unit) = (number.mantissa, number.scale, unit.rawValue)
    case .text(let text):
      (mantissa, scale, unit) = (nil, nil, "text")
      word = text
    }
    value = word
    amount = limit.amount.words
    text = limit.words
  }
}

/// A place that explains a value.
struct JSONPlace: Encodable {
  /// Repository-relative; absent if the place is not in a file.
  let path: String?
  /// Ranges of 1-based lines, first and last included: `[[40, 44], [61, 61]]`. Empty for a whole
  /// file.
  let lines: [[Int]]
  /// What is there, as the report has it: a rule's id, a test's name.
  let text: String
  /// The report's message; absent if it has none.
  let detail: String?
  /// `escalated` or `unsuppressed`, of a finding that counts as new though the baseline has it.
  let state: String?

  init(_ place: CheckPlace) {
    path = place.path
    lines = place.lines.ranges.map { [$0.lowerBound, $0.upperBound] }
    text = place.text
    detail = place.detail.isEmpty ? nil : place.detail
    state = place.state?.rawValue
  }
}

/// A place in a text file, both numbers 1-based.
struct JSONPosition: Encodable {
  let line: Int
  /// In UTF-8 bytes; absent where only the line is known.
  let column: Int?
  /// The file, where it is not the one that holds the others: a policy that the policy extends.
  let file: String?

  init(_ position: SourcePosition) {
    line = position.line
    column = position.column
    file = position.file
  }
}

/// Something that a reader repaired, ignored or distrusts.
struct JSONNotice: Encodable {
  let message: String
  /// 1-based; absent where it belongs to the whole file.
  let line: Int?

  init(_ notice: Notice) {
    message = notice.message
    line = notice.line
  }
}

/// What one entry of the policy's `reports` gave.
struct JSONEvidence: Encodable {
  /// One report file.
  struct Source: Encodable {
    let file: String
    /// The format's id.
    let format: String
    let notices: [JSONNotice]
  }

  let id: String
  let sources: [Source]
  /// Empty if everything is there.
  let gaps: [JSONGap]

  init(_ evidence: EvidenceSummary) {
    id = evidence.id
    sources = evidence.sources.map {
      Source(file: $0.file, format: $0.format, notices: $0.notices.map(JSONNotice.init))
    }
    gaps = evidence.gaps.map { JSONGap($0, report: evidence.id) }
  }
}

/// One way in which a report falls short.
struct JSONGap: Encodable {
  /// `missing`, `empty`, `incomplete` or `unreadable`.
  let kind: String
  /// The gap in words.
  let text: String

  init(_ gap: EvidenceGap, report: String) {
    kind = gap.kind.rawValue
    text = gap.words(report: report)
  }
}
