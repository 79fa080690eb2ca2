import Memory
import VerdictModel
import XMLStream

/// Gathers the files of a Cobertura report.
///
/// A class's own `<lines>` count; those below its methods repeat them and count only where the
/// class has none. Classes of one file are united, counts of a repeated line added up. Rates and
/// totals in attributes are never taken for data.
struct CoberturaReader: XMLHandler {
  /// The most frequent ones first, as `XMLVocabulary` asks.
  enum Word: Int, XMLVocabulary {
    case line, number, hits, branch, conditionCoverage
    case method, methods, signature, `class`, filename, source, coverage, name
    case linesValid, linesCovered, lineRate, generated, clover, timestamp

    var spelling: String {
      switch self {
      case .conditionCoverage: "condition-coverage"
      case .linesValid: "lines-valid"
      case .linesCovered: "lines-covered"
      case .lineRate: "line-rate"
      default: String(describing: self)
      }
    }
  }

  /// Set if the document is no Cobertura report.
  private(set) var failure: ReportError?
  private(set) var sawRoot = false

  /// One entry a class that has lines, while there are few.
  private var files = CoverageFiles()
  private var roots: [String] = []
  private var notices = NoticeCollector()

  /// The open `<source>`'s text so far; `nil` outside of one.
  private var source: [UInt8]?
  /// The open class's `filename`; `nil` outside of classes.
  private var filename: String?
  /// How many `<methods>` and `<method>` are open.
  private var methodDepth = 0
  private var ownLines = CoberturaLines()
  private var methodLines = CoberturaLines()
  /// The open method: its name as a number, and how many lines of methods stand before it.
  private var method: (name: UInt64, start: Int)?
  private var methodName: [UInt8] = []
  private var functions: [BranchTable.Named] = []

  private var headerLine = 0
  private var linesValid: UInt32?
  private var linesCovered: UInt32?
  /// The root's `line-rate` as it stands there.
  private var lineRate: String?
  /// What the root says of when the report was made.
  private(set) var created: StatedTime?

  /// What a root must look like to be Cobertura's: Clover and others call theirs `coverage` too.
  static func isRoot(_ root: XMLRoot) -> Bool {
    let isForeign =
      !root.attributes.isDisjoint(with: [.generated, .clover])
      || !root.children.isDisjoint(with: [.project, .file])
    let isTelling =
      !root.attributes.isDisjoint(with: [.lineRate, .branchRate, .linesValid])
      || !root.children.isDisjoint(with: [.sources, .packages, .package, .class])
    return root.name == .coverage && isTelling && !isForeign
  }

  mutating func start(_ element: borrowing XMLElement<Word>) {
    switch element.name {
    case .line: takeLine(element)
    case .methods: methodDepth += 1
    case .method: openMethod(element)
    case .class: openClass(element)
    case .source:
      source = []
      element.collectText()
    default: break
    }
    if element.depth == 0 { takeRoot(element) }
  }

  mutating func end(_ name: Word?) {
    switch name {
    case .methods: methodDepth -= 1
    case .method: closeMethod()
    case .class: closeClass()
    case .source: closeSource()
    default: break
    }
  }

  mutating func text(_ piece: Span<UInt8>) {
    guard source != nil else { return }
    for index in piece.indices { source?.append(piece[index]) }
  }

  static let leaf: XMLLeafKind<Word>? = XMLLeafKind(.line, numbers: .number, .hits)

  mutating func leaves(_ leaves: borrowing XMLLeaves) {
    if filename == nil {
      leaves.withNumbers { noteStrayLine(on: $2) }
    } else if methodDepth > 0 {
      methodLines.append(leaves, &notices)
    } else {
      ownLines.append(leaves, &notices)
    }
  }

  /// Ends the report.
  ///
  /// - Parameter isComplete: Whether the document was read to its end. If not, its header is bound
  ///   to differ from the lines.
  consuming func finish(isComplete: Bool) -> (CoverageReport, [Notice]) {
    closeClass()
    let coverage = CoverageReport(files: files.files, roots: roots)
    if isComplete { compareHeader(with: coverage) }
    return (coverage, notices.notices)
  }

  // MARK: - Root and sources

  private mutating func takeRoot(_ root: borrowing XMLElement<Word>) {
    sawRoot = true
    headerLine = root.line
    guard root.name == .coverage, !root.has(.generated), !root.has(.clover) else {
      let found = root.name == .coverage ? "a Clover report" : "<\(root.spelling.excerpt)>"
      failure = ReportError(
        .unexpected(found: found, expected: "Cobertura's <coverage>"), line: root.line)
      return
    }
    linesValid = root.withBytes(.linesValid, CoberturaReader.total) ?? nil
    linesCovered = root.withBytes(.linesCovered, CoberturaReader.total) ?? nil
    lineRate = root.string(.lineRate)
    created = root.withBytes(.timestamp, TimeText.epoch) ?? nil
  }

  private static func total(_ text: Span<UInt8>) -> UInt32? {
    if case .count(let total) = CountText(text) { return total }
    return nil
  }

  private mutating func compareHeader(with coverage: CoverageReport) {
    let tally = coverage.tally(.lines)
    guard tally.total > 0, let claim = claim(against: tally) else { return }
    notices.note(
      "the header says \(claim), the lines say \(tally.covered) of \(tally.total)",
      line: headerLine)
  }

  /// What the header claims, if it is something else: its totals, or its rate where it has none.
  private func claim(against tally: Tally) -> String? {
    if let linesValid, let linesCovered {
      let claimed = Tally(covered: Int(linesCovered), total: Int(linesValid))
      return claimed == tally ? nil : "\(linesCovered) of \(linesValid) lines"
    }
    guard let lineRate, let rate = DecimalText(withCommas: Array(lineRate.utf8).span) else {
      return nil
    }
    let claimed = Int(clamping: rate.whole(shiftedBy: 4))
    let hundredths = tally.covered * 10_000 / tally.total
    let isClose = abs(claimed - hundredths) <= Self.rateTolerance
    return isClose ? nil : "a line-rate of \(lineRate.excerpt)"
  }

  /// In hundredths of a percent: producers round rates, some to two digits.
  private static let rateTolerance = 100

  private mutating func closeSource() {
    guard let text = source else { return }
    source = nil
    let start = text.span.skippingSpaces(from: 0)
    let root = text.span.extracting(start..<max(start, text.span.endWithoutSpaces)).string
    if !root.isEmpty { roots.append(root) }
  }

  // MARK: - Classes

  private mutating func openClass(_ element: borrowing XMLElement<Word>) {
    closeClass()
    filename = element.string(.filename) ?? ""
    guard filename == "" else { return }
    // Its lines count all the same: to drop what nobody covered would be a gain.
    notices.note("a class without a file name goes by its own name", line: element.line)
    let name = element.string(.name) ?? ""
    filename = name.isEmpty ? FileCoverage.unnamed : name
  }

  private mutating func closeClass() {
    defer {
      filename = nil
      methodDepth = 0
      method = nil
      functions.removeAll(keepingCapacity: true)
      ownLines.removeAll()
      methodLines.removeAll()
    }
    let lines = ownLines.isEmpty ? methodLines : ownLines
    guard let filename else { return }
    files.append(lines.file(path: filename, functions: functions))
    if files.isTooMany {
      failure = ReportError(
        .limitExceeded(name: "the number of files", limit: CoverageFiles.limit), line: headerLine)
    }
  }

  private mutating func openMethod(_ element: borrowing XMLElement<Word>) {
    methodDepth += 1
    // Overloads have one name and different signatures.
    methodName.removeAll(keepingCapacity: true)
    for word: Word in [.name, .signature] {
      element.withBytes(word) { methodName.append($0) }
      methodName.append(0)
    }
    method = (BranchTable.Named.number(hashing: methodName.span), methodLines.count)
  }

  private mutating func closeMethod() {
    methodDepth -= 1
    guard let open = method.take(),
      let function = methodLines.method(named: open.name, from: open.start)
    else { return }
    functions.append(function)
  }

  private mutating func noteStrayLine(on line: Int) {
    notices.note("a line outside of classes is ignored", line: line)
  }

  private mutating func takeLine(_ element: borrowing XMLElement<Word>) {
    guard filename != nil else {
      noteStrayLine(on: element.line)
      return
    }
    if methodDepth > 0 {
      methodLines.append(element, &notices)
    } else {
      ownLines.append(element, &notices)
    }
  }
}
