import CZlib

extension GzipStream {
  /// What data inflates to, in one piece.
  ///
  /// - Parameter limit: How many inflated bytes are accepted, and so how much memory is taken.
  package static func inflated(
    _ data: Span<UInt8>, limit: Int
  ) throws(GzipError) -> [UInt8] {
    let stream = GzipStream(limit: limit)
    var inflated: [UInt8] = []
    inflated.reserveCapacity(min(statedSize(of: data), limit))
    stream.consume(data) { piece in
      piece.withUnsafeBufferPointer { inflated.append(contentsOf: $0) }
    }
    stream.finish()
    if let failure = stream.failure { throw failure }
    return inflated
  }

  /// What the trailer of the last member says of its size (RFC 1952 §2.3.1, `ISIZE`), which may be
  /// anything: it only tells how much room to make, which takes no memory before it is filled.
  private static func statedSize(of data: Span<UInt8>) -> Int {
    (0..<min(4, data.count)).reduce(0) { $0 << 8 | Int(data[data.count - 1 - $1]) }
  }

  /// Bytes as one member of gzip data. Equal bytes give equal data, as long as zlib is the same:
  /// each version may find another way to write them.
  package static func deflated(_ bytes: Span<UInt8>) -> [UInt8] {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // zlib keeps the header's address as well.
    let header = UnsafeMutablePointer<gz_header>.allocate(capacity: 1)
    header.initialize(to: gz_header())
    defer {
      deflateEnd(stream)
      stream.deallocate()
      header.deallocate()
    }
    // It fails for want of memory only, as anything may.
    precondition(verdict_gzip_begin_writing(stream, header) == Z_OK)
    var deflated: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: pieceSize)
    var rest = bytes
    repeat {
      let input = rest.extracting(first: min(rest.count, largestInput))
      rest = rest.extracting(droppingFirst: input.count)
      input.withUnsafeBufferPointer { input in
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.pointee.avail_in = UInt32(input.count)
        repeat {
          piece.withUnsafeMutableBufferPointer { output in
            stream.pointee.next_out = output.baseAddress
            stream.pointee.avail_out = UInt32(output.count)
            deflate(stream, rest.isEmpty ? Z_FINISH : Z_NO_FLUSH)
          }
          deflated += piece.dropLast(Int(stream.pointee.avail_out))
        } while stream.pointee.avail_out == 0
      }
    } while !rest.isEmpty
    return deflated
  }
}
