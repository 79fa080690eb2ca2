import CSIMDJSON
import Memory

/// The bytes of a JSON text, gathered chunk by chunk into the one buffer that they are read from.
package struct JSONText: Sendable {
  /// The most bytes that a text may have. It is held as a whole, so that a small compressed file
  /// would fill the memory otherwise; the largest log known has 91 MB, and simdjson, which counts
  /// in 32 bits, could not read 4 GiB.
  package static let maximumSize = 1 << 30

  /// simdjson reads this far beyond the end of a text.
  static let padding = csimdjson_padding()

  private(set) var bytes: [UInt8] = []

  /// - Parameter sizeHint: How many bytes are expected; 0 if unknown. With the right number nothing
  ///   is ever copied twice.
  package init(sizeHint: Int = 0) {
    bytes.reserveLargeCapacity(min(max(0, sizeHint), Self.maximumSize) + Self.padding)
  }

  package init(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
  }

  /// In bytes, without the padding.
  package var count: Int { bytes.count }

  /// Takes the next bytes.
  ///
  /// - Returns: Whether there was room; beyond `maximumSize` the text is left as it is.
  package mutating func append(_ chunk: Span<UInt8>) -> Bool {
    guard chunk.count <= Self.maximumSize - bytes.count else { return false }
    chunk.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    return true
  }

  /// The first place where the text is not JSON; `nil` if there is none.
  package func firstError() -> JSONSyntaxError? {
    JSONSyntaxCheck.firstError(in: bytes.span)
  }

  /// Gives the bytes away, followed by zeros for simdjson to read.
  mutating func takePadded() -> [UInt8] {
    var padded: [UInt8] = []
    swap(&padded, &bytes)
    padded.append(contentsOf: repeatElement(0, count: Self.padding))
    return padded
  }
}
