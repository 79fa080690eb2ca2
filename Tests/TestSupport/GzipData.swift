/// Compresses for tests: one gzip member (RFC 1952 §2.3) of stored blocks (RFC 1951 §3.2.4).
package func gzipMember(_ bytes: [UInt8]) -> [UInt8] {
  var data: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  var rest = bytes[...]
  repeat {
    let block = rest.prefix(Int(UInt16.max))
    rest = rest.dropFirst(block.count)
    data.append(rest.isEmpty ? 1 : 0)
    data += littleEndian(UInt16(block.count)) + littleEndian(~UInt16(block.count)) + block
  } while !rest.isEmpty
  return data + littleEndian(checksum(of: bytes)) + littleEndian(UInt32(bytes.count))
}

/// CRC-32 bit by bit (RFC 1952 §8).
private func checksum(of bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~0) { sum, byte in
    (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
      sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
    }
  }
}

private func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: number.littleEndian) { Array($0) }
}
