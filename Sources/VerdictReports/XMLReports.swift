import VerdictModel
import XMLStream

extension ReportError {
  /// The report's words for what is wrong with a document.
  init(_ error: XMLError) {
    let problem: ReportProblem =
      switch error.kind {
      case .malformed(let words): .malformedXML(words)
      case .truncated(let element):
        .truncated(expected: element.map { "</\($0.excerpt)>" } ?? "an element")
      case .entity(let name): .forbidden("entity '\(name.excerpt)'")
      case .tooDeep(let limit): .limitExceeded(name: "the depth of elements", limit: limit)
      case .tooManyNames(let limit):
        .limitExceeded(name: "the number of different names", limit: limit)
      case .tooLong(let limit):
        .limitExceeded(name: "the size of a tag or comment in bytes", limit: limit)
      case .outOfMemory: .unreadable("no memory for an XML parser")
      }
    self.init(problem, at: SourcePosition(line: error.line, column: error.column))
  }
}

/// The names by which XML reports are told apart.
enum XMLRootWord: Int, XMLVocabulary {
  // Cobertura
  case coverage, sources, packages, package, `class`
  case lineRate, branchRate, linesValid
  // Clover, and SonarQube's generic format, whose roots are called `coverage` too
  case generated, clover, project, file
  // JUnit
  case testsuites, testsuite, testrun, testcase

  var spelling: String {
    switch self {
    case .lineRate: "line-rate"
    case .branchRate: "branch-rate"
    case .linesValid: "lines-valid"
    default: String(describing: self)
    }
  }
}

/// Finds out what a document's root and the elements right below it are.
struct XMLRoot: XMLHandler {
  /// The root's name, if it is one of the vocabulary.
  private(set) var name: XMLRootWord?
  /// Attributes of the root.
  private(set) var attributes: Set<XMLRootWord> = []
  private(set) var children: Set<XMLRootWord> = []
  /// Why there is no root to be seen, in content that begins like XML; `nil` if there is one.
  private(set) var failure: XMLError?
  private var sawRoot = false

  /// How much is read before the root is asked for: mostly enough. The rest is not cut, as libxml2 2.9
  /// trips over a document type declaration that is.
  private static let firstPiece = 4 * 1024

  /// Whether what is below the root says nothing about formats.
  private var sawEnough: Bool { sawRoot && name != .coverage && name != .testrun }

  /// Looks at the beginning of a document; whatever is wrong after its root does not matter here.
  init(of prefix: Span<UInt8>) {
    let stream = XMLStream(Self())
    var failure: XMLError?
    do {
      try stream.consume(prefix.extracting(first: Self.firstPiece))
      if !stream.handler.sawEnough {
        try stream.consume(prefix.extracting(droppingFirst: Self.firstPiece))
        // A shorter one is the whole document.
        if prefix.count < ContentReader.prefixSize { try stream.finish() }
      }
    } catch {
      failure = error
    }
    self = stream.handler
    if !sawRoot, Self.looksLikeXML(prefix) { self.failure = failure }
  }

  /// Whether the first character behind byte order marks and white space, in UTF-8 or UTF-16, is a
  /// `<`.
  private static func looksLikeXML(_ text: Span<UInt8>) -> Bool {
    let first = text.indices.first { index in
      !text[index].isASCIISpace && ![0, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains(text[index])
    }
    return first.map { text[$0] == UInt8(ascii: "<") } ?? false
  }

  private init() {}

  mutating func start(_ element: borrowing XMLElement<XMLRootWord>) {
    if element.depth == 0 {
      sawRoot = true
      name = element.name
      for word in XMLRootWord.allCases where element.has(word) { attributes.insert(word) }
    } else if element.depth == 1, let child = element.name {
      children.insert(child)
    }
  }

  mutating func end(_ name: XMLRootWord?) {}
  mutating func text(_ piece: Span<UInt8>) {}
}
