import JSONDocument
import VerdictModel

/// Reads facts: `{"rustfmt": "success", "pylint": {"score": 8.4}}`.
///
/// Objects within the object join their keys by points, `pylint.score`. What is no text, number,
/// true or false is refused, and so is a key that is there twice, however it is written: a gate
/// would not know what it was told.
struct FactsParser: FileReportParser {
  /// The most bytes of a file: facts are few, and all of them are held in memory.
  static let maximumSize = 4 * 1024 * 1024

  private var bytes: [UInt8] = []

  mutating func consume(_ chunk: Span<UInt8>) throws(ReportError) {
    guard chunk.count <= Self.maximumSize - bytes.count else {
      throw ReportError(.limitExceeded(name: "the size in bytes", limit: Self.maximumSize))
    }
    for index in chunk.indices { bytes.append(chunk[index]) }
  }

  mutating func finish() throws(ReportError) -> Report {
    let root: PositionedJSON
    do {
      root = try PositionedJSON.parse(bytes)
    } catch {
      throw ReportError(error)
    }
    guard case .object(let members) = root.value else {
      throw ReportError(
        .unexpected(found: root.kindName, expected: "an object of facts"), at: root.place)
    }
    return Report(
      format: ReportFormat.facts.id, content: .facts(FactsReport(facts: try facts(in: members))))
  }

  /// The facts of an object and of all objects within it.
  private func facts(in members: [PositionedJSON.Member]) throws(ReportError) -> [Fact] {
    var facts: [Fact] = []
    var lines: [String: Int] = [:]
    var open = members.map { (key: $0.key, member: $0) }
    while let (key, member) = open.popLast() {
      if case .object(let inner) = member.value.value {
        open += inner.map { (key: "\(key).\($0.key)", member: $0) }
        continue
      }
      let line = member.keyPosition.line
      if let other = lines.updateValue(line, forKey: key) {
        throw ReportError(
          .unexpected(
            found: "'\(key.excerpt)' twice, at lines \(min(line, other)) and \(max(line, other))",
            expected: "each key once"), line: max(line, other))
      }
      facts.append(Fact(key: key, value: try value(of: key, member.value)))
    }
    return facts
  }

  private func value(of key: String, _ json: PositionedJSON) throws(ReportError) -> FactValue {
    switch json.value {
    case .string(let text): return .text(text)
    case .bool(let value): return .boolean(value)
    case .number(let written):
      guard let number = ExactDecimal(jsonNumber: written) else {
        throw ReportError(
          .unexpected(
            found: "the number \(written.excerpt) for '\(key.excerpt)'",
            expected: "at most \(FactValue.maxDigits) digits"), at: json.place)
      }
      return .number(number)
    case .null, .array, .object:
      throw ReportError(
        .unexpected(
          found: "\(json.kindName) for '\(key.excerpt)'",
          expected: "a text, a number, true or false"), at: json.place)
    }
  }
}

extension PositionedJSON {
  fileprivate var place: SourcePosition {
    SourcePosition(line: position.line, column: position.column)
  }

  fileprivate var kindName: String {
    switch value {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

extension ExactDecimal {
  /// A number as JSON writes it, with an exponent or without; `nil` if it takes more than
  /// `FactValue.maxDigits` digits to write it out.
  init?(jsonNumber text: String) {
    let parts = text.split { $0 == "e" || $0 == "E" }
    guard let digits = parts.first,
      let number = ExactDecimal(digits, maxScale: FactValue.maxDigits)
    else { return nil }
    let exponent = parts.count > 1 ? Int(parts[1]) : 0
    guard let exponent, exponent.magnitude <= 2 * FactValue.maxDigits else { return nil }
    self.init(scientific: number, exponent: exponent)
  }

  /// `number × 10^exponent`.
  private init?(scientific number: Self, exponent: Int) {
    var (mantissa, scale) = (number.mantissa, number.scale - exponent)
    while scale > FactValue.maxDigits, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    while scale < 0, mantissa.magnitude < Self.largestMantissa / 10 {
      mantissa *= 10
      scale += 1
    }
    guard 0...FactValue.maxDigits ~= scale || mantissa == 0 else { return nil }
    self.init(mantissa: mantissa, scale: mantissa == 0 ? 0 : scale)
  }

  private static let largestMantissa: UInt64 = 1_000_000_000_000_000_000
}
