/// A copy of a part of a text, padded, in which every number that simdjson refuses is one that it
/// accepts: the nearest double, or `null` if that is infinite.
///
/// simdjson's tape has room for 64-bit integers and finite doubles only, and refuses a text for any
/// other number; RFC 8259 §6 sets no limit.
///
/// - Returns: `nil` if the part is not JSON.
func repairingNumbers(in bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8]? {
  let part = bytes.extracting(range)
  var reader = JSONEventReader(
    of: part, dialect: .strict, maximumDepth: JSONDocument.maximumDepth)
  var repaired: [UInt8] = []
  var copied = 0
  do throws(JSONSyntaxError) {
    while true {
      switch try reader.next(in: part) {
      case .end:
        for index in copied..<part.count { repaired.append(part[index]) }
        repaired.append(contentsOf: repeatElement(0, count: JSONText.padding))
        return repaired
      case .scalar(let token) where token.kind == .number:
        guard let replacement = replacement(of: token, in: part) else { continue }
        for index in copied..<token.range.lowerBound { repaired.append(part[index]) }
        repaired.append(contentsOf: Array(replacement.utf8))
        copied = token.range.upperBound
      default: continue
      }
    }
  } catch {
    return nil
  }
}

/// What to write instead of a number; `nil` if simdjson reads it.
private func replacement(of token: JSONToken, in text: Span<UInt8>) -> String? {
  let number = String(decoding: token.range.map { text[$0] }, as: UTF8.self)
  if Int64(number) != nil || UInt64(number) != nil { return nil }
  guard let double = Double(number), double.isFinite else { return "null" }
  return number.utf8.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: "-") } ? "\(double)" : nil
}
