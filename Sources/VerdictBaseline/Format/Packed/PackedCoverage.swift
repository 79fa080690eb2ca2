import GzipStream
import VerdictModel

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The coverage of many files in one text, for programs only: a fifth of the room and of the time
/// that columns take.
///
/// It is base64 (RFC 4648 §4) of gzip data (RFC 1952) of one file after the other, in the order of
/// their paths: how many bytes the path has, the path in UTF-8, and its `PackedLines`, branches and
/// functions, both as `PackedBranches`. Equal reports give equal texts where zlib is the same; nothing
/// rests on it.
enum PackedCoverage {
  static func text(of report: CoverageReport) -> String {
    var bytes: [UInt8] = []
    for file in report.files {
      bytes.append(packed: UInt32(file.path.utf8.count))
      bytes += file.path.utf8
      PackedLines.append(file.lines, to: &bytes)
      PackedBranches.append(file.branches, to: &bytes)
      PackedBranches.append(file.functions, to: &bytes)
    }
    return Data(GzipStream.deflated(bytes.span)).base64EncodedString()
  }

  /// - Parameter budget: How many lines, or bytes before they were deflated, may still come; checked
  ///   before any takes memory.
  /// - Throws: `CorruptValue` for what `text` would not have written.
  static func report(_ text: String, budget: inout Int) throws(CorruptValue) -> CoverageReport {
    let bytes = try inflated(text, budget: &budget)
    var files: [FileCoverage] = []
    var reader = PackedReader()
    while reader.offset < bytes.count {
      let path = try path(&reader, in: bytes)
      if let last = files.last, last.path >= path { throw reader.damage }
      files.append(
        FileCoverage(
          path: path, lines: try PackedLines.read(&reader, in: bytes.span, budget: &budget),
          branches: try PackedBranches.read(&reader, in: bytes.span),
          functions: try PackedBranches.read(&reader, in: bytes.span)))
    }
    if files.isEmpty { throw CorruptValue("has no file") }
    return CoverageReport(files: files)
  }

  private static func inflated(
    _ text: String, budget: inout Int
  ) throws(CorruptValue) -> [UInt8] {
    guard let data = Data(base64Encoded: text), GzipStream.recognises(data.span) else {
      throw CorruptValue("is no gzip data in base64")
    }
    do throws(GzipError) {
      let bytes = try GzipStream.inflated(data.span, limit: budget)
      budget -= bytes.count
      return bytes
    } catch {
      throw CorruptValue("cannot be inflated: \(error.problem)")
    }
  }

  private static func path(
    _ reader: inout PackedReader, in bytes: [UInt8]
  ) throws(CorruptValue) -> String {
    guard let count = reader.number(in: bytes.span),
      let range = reader.skip(count, in: bytes.span),
      let path = String(validating: bytes[range], as: UTF8.self)
    else { throw reader.damage }
    return path
  }
}
