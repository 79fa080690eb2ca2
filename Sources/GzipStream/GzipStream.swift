import CZlib

/// Inflates gzip data (RFC 1952) as it comes, in memory that does not depend on its size.
///
/// Several members, one after the other, inflate to one text, as §2.2 says: `cat a.gz b.gz`.
package final class GzipStream {
  /// How many inflated bytes are accepted. Memory needs no such limit, time does: 2 MB of hostile
  /// data inflate to 2 GiB, which are read in ten seconds or so. The largest real reports known are
  /// a third of that, and whoever has larger ones can leave them uncompressed.
  package static let maximumSize = 2 << 30

  /// How many inflated bytes are handed out at a time.
  static let pieceSize = 64 * 1024
  /// zlib counts what it is given in 32 bits.
  static let largestInput = 1 << 30
  /// The first byte of a member (§2.3.1, `ID1`).
  private static let firstByte: UInt8 = 0x1F

  /// Why inflating has stopped; `nil` while all is well. What comes afterwards is ignored.
  package private(set) var failure: GzipError?

  // zlib keeps the stream's address.
  private let stream: UnsafeMutablePointer<z_stream>
  private let piece: UnsafeMutableBufferPointer<UInt8>
  private let limit: Int
  /// Whether a member has begun that has not ended.
  private var isInMember = false
  /// How many compressed bytes were read.
  private var offset = 0
  /// How many bytes they inflated to.
  private var inflated = 0

  /// - Parameter limit: How many inflated bytes are accepted.
  package init(limit: Int = maximumSize) {
    self.limit = limit
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    piece = .allocate(capacity: Self.pieceSize)
    piece.initialize(repeating: 0)
    if verdict_gzip_begin(stream) != Z_OK { failure = GzipError(.outOfMemory, at: 0) }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    piece.deallocate()
  }

  /// How many bytes `recognises` needs.
  package static let headSize = 2

  /// Whether data that begins with these bytes is compressed with gzip (§2.3.1, `ID1` and `ID2`).
  package static func recognises(_ head: Span<UInt8>) -> Bool {
    head.count >= headSize && head[0] == firstByte && head[1] == 0x8B
  }

  /// Takes the next bytes, cut anywhere.
  ///
  /// - Parameter take: Gets the inflated bytes, in order; what it throws ends the call.
  package func consume<Failure: Error>(
    _ chunk: Span<UInt8>, _ take: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var rest = chunk
    var hasMore = true
    while failure == nil, hasMore || !rest.isEmpty {
      if !isInMember {
        guard !rest.isEmpty else { return }
        guard rest[0] == Self.firstByte else { return fail(.trailing) }
        isInMember = true
      }
      let (read, written) = inflateNext(of: rest)
      rest = rest.extracting(droppingFirst: read)
      // A full buffer may have left more behind.
      hasMore = written == piece.count
      guard inflated <= limit else { return fail(.tooLarge(limit: limit)) }
      if written > 0 { try take(UnsafeBufferPointer(rebasing: piece[..<written]).span) }
    }
  }

  /// Ends the data; `failure` says whether it was whole.
  package func finish() {
    if isInMember || offset == 0 { fail(.truncated) }
  }

  /// Inflates what fits into `piece`.
  private func inflateNext(of input: Span<UInt8>) -> (read: Int, written: Int) {
    let input = input.extracting(first: min(input.count, Self.largestInput))
    stream.pointee.next_out = piece.baseAddress
    stream.pointee.avail_out = UInt32(piece.count)
    let status = input.withUnsafeBufferPointer { bytes in
      stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
      stream.pointee.avail_in = UInt32(bytes.count)
      return inflate(stream, Z_NO_FLUSH)
    }
    let read = input.count - Int(stream.pointee.avail_in)
    let written = piece.count - Int(stream.pointee.avail_out)
    offset += read
    inflated += written
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END:
      isInMember = false
      inflateReset(stream)
    case Z_MEM_ERROR: fail(.outOfMemory)
    default: fail(.corrupt(stream.pointee.msg.map { String(cString: $0) } ?? "damaged data"))
    }
    return (read, written)
  }

  private func fail(_ problem: GzipError.Problem) {
    if failure == nil { failure = GzipError(problem, at: offset) }
  }
}
