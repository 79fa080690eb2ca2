import TestSupport
import Testing
import VerdictModel

@testable import VerdictReports

@Suite("The registry of formats")
struct ReportFormatsTests {
  @Test("ids are unique, lower-case, and say what they are")
  func ids() throws {
    let ids = ReportFormats.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for format in ReportFormats.all {
      #expect(format.id == format.id.lowercased())
      #expect(!format.title.isEmpty)
      #expect(!format.producers.isEmpty)
      #expect(try ReportFormats.named(format.id).id == format.id)
    }
  }

  @Test("an unknown name gets the nearest known one")
  func unknown() {
    #expect(
      throws: ReportError(.unregisteredFormat("cobertra", suggestion: "cobertura"))
    ) { try ReportFormats.named("cobertra") }
  }

  @Test("each real report is recognised as what it is", arguments: Samples.recognisable)
  func recognition(sample: Samples.File) throws {
    let prefix = try Array(TestFiles.bytes(sample.path).prefix(ReportReader.prefixSize))
    #expect(try ReportFormats.recognising(prefix.span).id == sample.format)
  }

  @Test(
    "a document is known however much stands before its root",
    arguments: [100, 4_096, 8_192, 60_000])
  func prolog(size: Int) throws {
    let type = "<!DOCTYPE coverage [<!ELEMENT coverage ANY><!-- it's ]> -->]>"
    for start in size - type.utf8.count...size + 1 {
      let comment = "<!--" + String(repeating: "x", count: start - 7) + "-->"
      let text = comment + type + "<coverage line-rate=\"1\"/>"
      #expect(try ReportFormats.recognising(Array(text.utf8).span).id == "cobertura")
    }
  }

  @Test(
    "what is no report is no format",
    arguments: [
      "hello", "{}", "[]", "<html></html>", "{\"runs\": 3}", "SF", "null", "<coverage",
      "<coverage generated=\"1\" clover=\"4\"/>", "%PDF-1.4", "<?xml version=\"1.0\"?><project/>",
      "{\"benchmarks\": {}}", #"{"rustfmt": "success", "pylint.score": 8.4}"#,
      "{\"reason\": \"compiler-artifact\"}",
    ])
  func unrecognised(text: String) {
    let bytes = Array(text.utf8)
    #expect(throws: ReportError(.unknownFormat(expected: ReportFormats.all.map(\.id)))) {
      try ReportFormats.recognising(bytes.span)
    }
  }
}
