/// Why a report cannot be read: a place and a kind. The words are in `ReportProblem.description`.
package struct ReportError: Error, Hashable, Sendable {
  /// What was found and what was expected, whatever the place.
  package var problem: ReportProblem
  /// Where in the file; `nil` where no place can be named.
  package var position: SourcePosition?
  /// The file inside a tree, relative to the tree's root; `nil` for a report that is one file.
  package var file: String?

  package init(_ problem: ReportProblem, at position: SourcePosition? = nil, in file: String? = nil)
  {
    self.problem = problem
    self.position = position
    self.file = file
  }

  package init(_ problem: ReportProblem, line: Int) {
    self.init(problem, at: SourcePosition(line: line))
  }
}

/// Everything that can be wrong with a report.
package enum ReportProblem: Hashable, Sendable {
  /// The file has no byte, or nothing but white space.
  case empty
  /// No registered format recognises the content. `expected` lists their identifiers.
  case unknownFormat(expected: [String])
  /// More than one format recognises the content.
  case ambiguousFormat([String])
  /// The name given with `--format` or in the policy is not registered.
  case unregisteredFormat(String, suggestion: String?)
  /// A directory was given where the format is a file, or the other way round.
  case wrongShape(format: String, expectsDirectory: Bool)
  /// XML that is not well formed; the parser's own words, without a full stop.
  case malformedXML(String)
  /// JSON that is not well formed; what stood there and what was expected.
  case malformedJSON(String)
  /// Compressed data that cannot be inflated: words without a full stop, and how many bytes of the
  /// file come before the place.
  case malformedGzip(String, offset: Int)
  /// The root or a required part is not what the format asks for.
  case unexpected(found: String, expected: String)
  /// A version of the format that is refused by name.
  case unsupportedVersion(format: String, found: String, supported: String)
  /// The file ends in the middle.
  case truncated(expected: String)
  /// A line that the format's grammar does not know. It is not quoted: any file may be given for a
  /// report, also one with secrets.
  case malformedLine(expected: String)
  /// A limit that guards against hostile input, with its name and size.
  case limitExceeded(name: String, limit: Int)
  /// Something that the format could say but that is never followed: an external entity, a DTD.
  case forbidden(String)
  /// The operating system refused; its words.
  case unreadable(String)
}

extension ReportProblem: CustomStringConvertible {
  /// One lower-case sentence fragment: what was found, what was expected.
  package var description: String {
    switch self {
    case .empty: "the file is empty"
    case .unknownFormat(let expected):
      "no known report format, expected one of \(expected.joined(separator: ", ")), "
        + "or name it with --format or in the policy"
    case .ambiguousFormat(let formats):
      "could be \(formats.joined(separator: " or ")), name the format with --format or in the policy"
    case .unregisteredFormat(let name, let suggestion):
      "unknown format '\(name)'" + hint(suggestion)
    case .wrongShape(let format, let expectsDirectory):
      expectsDirectory
        ? "a \(format) report is a directory, not a file"
        : "is a directory, but a \(format) report is a file"
    case .malformedXML(let words): "not well-formed XML: \(words)"
    case .malformedJSON(let words): "not valid JSON: \(words)"
    case .malformedGzip(let words, let offset): "not valid gzip data: byte \(offset): \(words)"
    case .unexpected(let found, let expected): "found \(found), expected \(expected)"
    case .unsupportedVersion(let format, let found, let supported):
      "\(format) version '\(found)' is not supported, expected \(supported)"
    case .truncated(let expected): "the file ends too early, expected \(expected)"
    case .malformedLine(let expected): "cannot read the line, expected \(expected)"
    case .limitExceeded(let name, let limit): "\(name) exceeds the limit of \(limit)"
    case .forbidden(let what): "\(what) is never followed"
    case .unreadable(let words): words
    }
  }
}

extension ReportError: CustomStringConvertible {
  /// `line:column: words`, without the name of the report, which only the caller knows.
  package var description: String {
    let place = [position.map { String($0.line) }, position?.column.map(String.init)]
      .compactMap(\.self).joined(separator: ":")
    return [file, place.isEmpty ? nil : place].compactMap(\.self).map { $0 + ": " }.joined()
      + problem.description
  }
}
