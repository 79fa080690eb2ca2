import TestSupport
import Testing
import VerdictModel

@testable import VerdictReports

/// Reports that are compressed.
struct ReportReaderTests {
  private static let tracefile = Array("SF:a\nDA:1,1\nend_of_record\n".utf8)
  private static let log = Array(#"{"version": "2.1.0", "runs": []}"#.utf8)

  private func read(_ bytes: [UInt8], as format: String? = nil) throws(ReportError) -> Report {
    try FormatContractTests.read(bytes, as: format).get()
  }

  /// What makes a root unreadable says more than that no format has such a root.
  @Test(arguments: [
    ("<!DOCTYPE t [<!ENTITY a \"b\">]><testsuite name='&a;'/>", "1: entity 'a' is never followed"),
    (
      "<?xml version='1.0' encoding='utf-16'?><testsuite/>",
      "1:38: not well-formed XML: Document labelled UTF-16 but has UTF-8 content"
    ),
  ])
  func unreadableXMLIsNamed(text: String, words: String) {
    #expect(throws: ReportError.self) { try read(Array(text.utf8)) }
    do { _ = try read(Array(text.utf8)) } catch { #expect("\(error)" == words) }
  }

  @Test func theNameOfAFormatMayBeGiven() throws {
    #expect(try read(gzipMember(Self.tracefile), as: "lcov").coverageTexts == ["a: 1×1"])
  }

  @Test func membersAreOneReport() throws {
    let members = gzipMember(Self.tracefile) + gzipMember(Array("SF:b\nDA:2,0\nend_of_record".utf8))
    #expect(try read(members).coverageTexts == ["a: 1×1", "b: 2×0"])
  }

  @Test func damageKeepsWhatWasReadBefore() throws {
    let packed = gzipMember(Self.tracefile)
    let cut = try read(Array(packed.dropLast(5)))
    #expect(cut.coverageTexts == ["a: 1×1"])
    #expect(
      cut.damage?.description == "not valid gzip data: byte 44: the data ends too early")
    let followed = try read(packed + Self.tracefile)
    #expect(followed.coverageTexts == ["a: 1×1"])
    #expect(
      followed.damage?.description
        == "not valid gzip data: byte 49: found something else behind the compressed data")
    var edited = packed
    edited[20] ^= 1
    #expect(
      try read(edited).damage?.description
        == "not valid gzip data: byte 45: incorrect data check")
  }

  @Test(arguments: [
    (gzipMember([]), "the file is empty"),
    (gzipMember(gzipMember(tracefile)), unknown),
    ([0x1F], unknown),
    ([0x1F, 0x8B], "not valid gzip data: byte 2: the data ends too early"),
    (Array(gzipMember(log).dropLast(20)), "not valid gzip data: byte 35: the data ends too early"),
    (
      [0x1F, 0x8B] + tracefile, "not valid gzip data: byte 4: unknown compression method"
    ),
  ])
  func whatCannotBeUsedIsRefused(bytes: [UInt8], words: String) {
    do {
      _ = try read(bytes)
      Issue.record("expected an error")
    } catch {
      #expect(error.description == words)
    }
  }

  private static let unknown =
    "no known report format, expected one of "
    + ReportFormats.all.map(\.id).joined(separator: ", ")
    + ", or name it with --format or in the policy"
}
