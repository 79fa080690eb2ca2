import JSONDocument
import VerdictModel

extension ReportError {
  /// The same error in the words of the model.
  init(_ error: JSONSyntaxError, in file: String? = nil) {
    let position = SourcePosition(line: error.position.line, column: error.position.column)
    switch error.problem {
    case .unexpected(found: JSONSyntaxError.endOfFile, let expected):
      self.init(.truncated(expected: expected), at: position, in: file)
    case .tooDeep(let limit):
      self.init(
        .limitExceeded(name: "the depth of arrays and objects", limit: limit), at: position,
        in: file)
    case .tooMany(let limit):
      self.init(.limitExceeded(name: "the number of results", limit: limit), in: file)
    default:
      self.init(.malformedJSON(error.problem.description), at: position, in: file)
    }
  }
}
