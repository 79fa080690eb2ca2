import JSONDocument
import VerdictModel

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a file of a `VersionedFormat` holds.
protocol VersionedValue: Decodable {
  /// As `VersionedFormat.schema(_:)`.
  var schema: String { get }
}

/// A JSON file whose key `schema` names what it holds, and in which version: `verdict-baseline/1`.
package struct VersionedFormat: Hashable, Sendable {
  /// What stands before the slash.
  package let name: String
  /// The newest version that is read; so are all before it. What is written names the first that
  /// has all that is in it, so that older programs go on reading what they can.
  package let version: Int
  /// What makes the file anew, for people: `save the baseline again`.
  package let remedy: String

  /// What the key `schema` says in a version.
  func schema(_ version: Int) -> String { "\(name)/\(version)" }

  /// All that it may say, quoted, for people.
  package var schemas: String {
    (1...version).map { "'\(schema($0))'" }.joined(separator: " or ")
  }

  /// The bytes of a value, keys sorted, with a line feed at the end.
  ///
  /// - Parameter isIndented: Whether people are to read it and git is to diff it.
  func write(_ value: some Encodable, isIndented: Bool) throws(BaselineError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isIndented { encoder.outputFormatting.insert(.prettyPrinted) }
    do {
      return [UInt8](try encoder.encode(value)) + [UInt8(ascii: "\n")]
    } catch {
      throw BaselineError(.notEncodable(String(describing: error)))
    }
  }

  /// Reads a value.
  ///
  /// - Parameter model: Turns what the file has into what it means.
  /// - Throws: `BaselineError` for everything that `write` would not have written, unknown keys
  ///   excepted; never an empty value.
  func read<Stored: VersionedValue, Model>(
    _ type: Stored.Type, _ bytes: [UInt8], model: (Stored) throws(CorruptValue) -> Model
  ) throws(BaselineError) -> Model {
    try checkSyntax(bytes)
    let data = Data(bytes)
    do throws(BaselineProblem) {
      let stored = try storedValue(type, data)
      do throws(CorruptValue) {
        return try model(stored)
      } catch {
        throw error.problem
      }
    } catch {
      throw BaselineError(error)
    }
  }

  /// What is of another schema is refused for that alone, whatever else it holds.
  private func storedValue<Stored: VersionedValue>(
    _ type: Stored.Type, _ data: Data
  ) throws(BaselineProblem) -> Stored {
    do throws(BaselineProblem) {
      let stored = try decode(type, from: data)
      try check(schema: stored.schema)
      return stored
    } catch {
      try check(schema: (try? decode(SchemaOnly.self, from: data).schema) ?? nil)
      throw error
    }
  }

  /// JSONDecoder refuses what is not JSON, but does not say where; of two equal keys it takes one.
  private func checkSyntax(_ bytes: [UInt8]) throws(BaselineError) {
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

  private func check(schema found: String?) throws(BaselineProblem) {
    guard let found, found.hasPrefix(name + "/"), let number = Int(found.dropFirst(name.count + 1))
    else { throw .unknownSchema(found: found, expected: self) }
    if number > version { throw .newerFormat(found: number, expected: self) }
    if number < 1 { throw .unknownSchema(found: found, expected: self) }
  }

  private func decode<Value: Decodable>(
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
