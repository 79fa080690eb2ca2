import JSONDocument
package import VerdictModel

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The file format of baselines: JSON that people can read and git can diff.
///
/// Equal baselines give equal bytes: keys are sorted, lists are in the model's order.
package enum BaselineFormat {
  /// The version that is written, and the newest that is read.
  package static let version = 1
  private static let schemaName = "verdict-baseline/"
  /// What the key `schema` says.
  package static let schema = "\(schemaName)\(version)"

  /// The bytes of a baseline.
  package static func write(_ baseline: Baseline) throws(BaselineError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      return [UInt8](try encoder.encode(StoredBaseline(baseline))) + [UInt8(ascii: "\n")]
    } catch {
      throw BaselineError(.notEncodable(String(describing: error)))
    }
  }

  /// Reads a baseline.
  ///
  /// - Throws: `BaselineError` for everything that `write` would not have written, unknown keys
  ///   excepted; never an empty baseline.
  package static func read(_ bytes: [UInt8]) throws(BaselineError) -> Baseline {
    try checkSyntax(bytes)
    let data = Data(bytes)
    do throws(BaselineProblem) {
      let schema = try? decode(SchemaOnly.self, from: data).schema
      try checkSchema(schema ?? nil)
      return try decode(StoredBaseline.self, from: data).model()
    } catch {
      throw BaselineError(error)
    }
  }

  /// JSONDecoder refuses what is not JSON, but does not say where; of two equal keys it takes one.
  private static func checkSyntax(_ bytes: [UInt8]) throws(BaselineError) {
    guard let error = JSONSyntaxCheck.firstError(in: bytes.span, refusesDuplicateKeys: true) else {
      return
    }
    let words = error.problem.description
    let problem: BaselineProblem =
      switch error.problem {
      case .duplicateKey: .corrupted(key: "", words: words)
      default: .malformedJSON(words)
      }
    throw BaselineError(
      problem, at: SourcePosition(line: error.position.line, column: error.position.column))
  }

  /// What every version has.
  private struct SchemaOnly: Decodable {
    var schema: String?
  }

  private static func checkSchema(_ found: String?) throws(BaselineProblem) {
    guard let found, found.hasPrefix(schemaName),
      let number = Int(found.dropFirst(schemaName.count))
    else { throw .unknownSchema(found: found) }
    if number > version { throw .newerFormat(found: number) }
    if number < version { throw .unknownSchema(found: found) }
  }

  private static func decode<Value: Decodable>(
    _ type: Value.Type, from data: Data
  ) throws(BaselineProblem) -> Value {
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch let error as DecodingError {
      throw CorruptValue(error).problem
    } catch {
      throw .corrupted(key: "", words: String(describing: error))
    }
  }
}
