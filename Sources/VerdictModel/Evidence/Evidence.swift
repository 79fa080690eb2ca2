/// All reports of one revision, by the names that the policy gives them.
package struct Evidence: Sendable, Hashable {
  /// Sorted by id, one entry an id.
  package private(set) var parts: [EvidencePart]

  /// Sorts, and merges parts with equal ids. Any order of the same parts gives the same evidence.
  package init(parts: [EvidencePart]) {
    self.parts = []
    for part in parts.sorted(by: { $0.id < $1.id }) {
      if self.parts.last?.id == part.id {
        self.parts[self.parts.count - 1].merge(part)
      } else {
        self.parts.append(part)
      }
    }
    for index in self.parts.indices { self.parts[index].sort() }
  }

  /// No part at all: not even a gap says what was looked for.
  package static let empty = Evidence(parts: [])

  /// The part of a report id; `nil` if the policy that collected it declares no such report.
  package func part(_ id: String) -> EvidencePart? {
    parts.first { $0.id == id }
  }

  /// The same with further gaps; what was read stays as it is.
  ///
  /// - Parameter gaps: Says what else is wrong with a part.
  package func addingGaps(_ gaps: (EvidencePart) -> [EvidenceGap]) -> Self {
    var evidence = self
    for (index, part) in parts.enumerated() {
      let more = gaps(part)
      if !more.isEmpty { evidence.parts[index].gaps = Set(part.gaps + more).sorted() }
    }
    return evidence
  }

  /// The same with further notices; what was read stays as it is.
  ///
  /// - Parameter notices: Says what else is to be told of a source, of the part with an id.
  package func addingNotices(
    _ notices: (_ source: EvidenceSource, _ part: String) -> [Notice]
  ) -> Self {
    var evidence = self
    for (index, part) in parts.enumerated() {
      evidence.parts[index].sources = part.sources.map { source in
        var source = source
        source.notices = Set(source.notices + notices(source, part.id)).sorted()
        return source
      }
    }
    return evidence
  }

  /// All parts of both, one an id; the order does not matter.
  package func merged(with other: Self) -> Self {
    Self(parts: parts + other.parts)
  }
}

/// What one entry of the policy's `reports` found.
package struct EvidencePart: Sendable, Hashable {
  /// The entry's name in the policy.
  package var id: String
  /// One entry for each report read, sorted by file.
  package var sources: [EvidenceSource]
  /// Why the part is not, or not wholly, there; empty if everything is.
  package var gaps: [EvidenceGap]
  /// What the sources say together; of a part with gaps, what could be read of it.
  package var content: EvidenceContent

  package init(
    id: String, sources: [EvidenceSource], gaps: [EvidenceGap], content: EvidenceContent
  ) {
    self.id = id
    self.sources = sources
    self.gaps = gaps
    self.content = content
  }

  fileprivate mutating func merge(_ other: Self) {
    sources += other.sources
    gaps += other.gaps
    content.merge(other.content)
  }

  fileprivate mutating func sort() {
    sources = EvidenceSource.united(sources)
    gaps = Set(gaps).sorted()
    content.sort()
  }
}

/// One report file and what it held: where a part of the evidence came from.
package struct EvidenceSource: Sendable, Hashable {
  /// The path as the policy's directory sees it, with `/`; never absolute.
  package var file: String
  /// The format's id.
  package var format: String
  /// What was repaired, ignored or is distrusted in this file; empty if nothing.
  package var notices: [Notice]
  /// When the report was made at the latest, by what it says or by its file; `nil` if nobody knows,
  /// as of a stored one.
  package var created: Moment?
  /// When the report itself says that it was made; `nil` if it does not, or is a stored one.
  package var stated: StatedTime?

  package init(
    file: String, format: String, notices: [Notice], created: Moment? = nil,
    stated: StatedTime? = nil
  ) {
    self.file = file
    self.format = format
    self.notices = notices
    self.created = created
    self.stated = stated
  }

  /// Sorted by file, with one entry for what several jobs have of the same one.
  fileprivate static func united(_ sources: [Self]) -> [Self] {
    var united: [Self] = []
    let sorted = sources.sorted { ($0.file, $0.format) < ($1.file, $1.format) }
    for source in sorted {
      guard let last = united.last, (last.file, last.format) == (source.file, source.format) else {
        united.append(source)
        continue
      }
      united[united.count - 1].notices = Set(last.notices + source.notices).sorted()
      united[united.count - 1].created = [last.created, source.created].compactMap(\.self).min()
      united[united.count - 1].stated = .last(last.stated, source.stated)
    }
    return united
  }
}

/// One way in which evidence falls short. Each is a state of its own in policies and outputs.
package enum EvidenceGap: Sendable, Hashable, Comparable {
  /// A declared report has no file. `patterns` is what was looked for.
  case missing(patterns: [String])
  /// A report was there and said nothing: no line, no test, no run, no benchmark.
  case empty(file: String)
  /// A report says itself that it is not the whole.
  case incomplete(reason: String)
  /// Fewer files are there than the policy expects shards; both count files. To a policy this is
  /// `incomplete` like any other.
  case missingShards(found: Int, expected: Int)
  /// A report was there and is too old to speak of what is judged.
  case stale(file: String, Staleness)
  /// A report could not be read, or not to its end. The words name place and reason.
  case unreadable(file: String, reason: String)

  /// The state without its details, by which a policy chooses an action.
  package var kind: GapKind {
    switch self {
    case .missing: .missing
    case .empty: .empty
    case .incomplete, .missingShards: .incomplete
    case .stale: .stale
    case .unreadable: .unreadable
    }
  }

  private var key: (Int, String, String) {
    switch self {
    case .unreadable(let file, let reason): (0, file, reason)
    case .missing(let patterns): (1, patterns.joined(separator: " "), "")
    case .empty(let file): (2, file, "")
    case .incomplete(let reason): (3, reason, "")
    case .missingShards(let found, let expected): (4, String(found), String(expected))
    case .stale(let file, _): (5, file, "")
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.key < right.key }
}

/// The states of absence, as `defaults` in a policy names them.
package enum GapKind: String, CaseIterable, Sendable, Hashable {
  case missing
  case empty
  case incomplete
  case stale
  case unreadable
}
