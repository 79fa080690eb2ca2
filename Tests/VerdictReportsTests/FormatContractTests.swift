import TestSupport
import Testing
import VerdictModel

@testable import VerdictReports

/// What every format owes its users, run over the registry: damage is never taken for content.
@Suite("Every format")
struct FormatContractTests {
  typealias Reading = Result<Report, ReportError>

  static func read(_ bytes: [UInt8], as format: String? = nil, chunk: Int = .max) -> Reading {
    do throws(ReportError) {
      let format: ReportFormat? = if let format { try ReportFormats.named(format) } else { nil }
      var reader = ReportReader(format: format, hints: ReadingHints(size: bytes.count))
      var start = 0
      while start < bytes.count {
        let end = min(bytes.count, chunk == .max ? bytes.count : start + chunk)
        try reader.consume(bytes[start..<end].span)
        start = end
      }
      return .success(try reader.finish())
    } catch {
      return .failure(error)
    }
  }

  @Test("says that nothing is nothing", arguments: ReportFormats.all.map(\.id))
  func empty(format: String) throws {
    guard case .file = try ReportFormats.named(format).shape else { return }
    for text in ["", " ", "\n\n", "\u{FEFF}", "\u{FEFF}\n"] {
      switch Self.read(Array(text.utf8), as: format) {
      case .failure(let error): #expect(!error.description.isEmpty)
      case .success(let report): #expect(report.content.isEmpty)
      }
    }
  }

  @Test("reads the same however it is cut", arguments: Samples.files)
  func chunks(sample: Samples.File) throws {
    let bytes = try TestFiles.bytes(sample.path)
    let whole = try Self.read(bytes, as: sample.format).get()
    #expect(whole.damage == nil)
    for chunk in [1, 7, 4096] {
      let cut = try Self.read(bytes, as: sample.format, chunk: chunk).get()
      #expect(cut.content == whole.content)
      #expect(cut.notices == whole.notices)
    }
  }

  @Test("reads the same with CRLF and with a byte order mark", arguments: Samples.files)
  func lineEnds(sample: Samples.File) throws {
    let bytes = try TestFiles.bytes(sample.path)
    let whole = try Self.read(bytes, as: sample.format).get()
    #expect(
      try Self.read([0xEF, 0xBB, 0xBF] + bytes, as: sample.format).get().content == whole.content)
    let crlf = bytes.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
    let content = try Self.read(crlf, as: sample.format).get().content
    // Line ends within messages are the report's own; everything that is counted is the same.
    #expect(Self.counts(content) == Self.counts(whole.content))
  }

  @Test("reads the same in UTF-16", arguments: Samples.files)
  func wideCharacters(sample: Samples.File) throws {
    let bytes = try TestFiles.bytes(sample.path)
    let whole = try Self.read(bytes, as: sample.format).get()
    // An XML declaration would name another encoding.
    let text = String(decoding: bytes, as: UTF8.self)
      .replacing("encoding=\"UTF-8\"", with: "").replacing("encoding=\"utf-8\"", with: "")
    let units = [0xFEFF] + Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for wide in [little, big] {
      let read = try Self.read(wide, as: sample.format).get()
      #expect(read.content == whole.content)
      #expect(read.damage == nil)
    }
    switch Self.read(Array(little.dropLast(little.count / 2 + 1)), as: sample.format) {
    case .failure: break
    case .success(let report): #expect(report.damage != nil || !report.incomplete.isEmpty)
    }
  }

  @Test("reads the same when it is compressed", arguments: Samples.files)
  func compression(sample: Samples.File) throws {
    let bytes = try TestFiles.bytes(sample.path)
    let packed = gzipMember(bytes)
    let whole = try Self.read(bytes, as: sample.format).get()
    for chunk in [1, 4096, .max] {
      let unpacked = try Self.read(packed, as: sample.format, chunk: chunk).get()
      #expect(unpacked.content == whole.content)
      #expect(unpacked.notices == whole.notices)
      #expect(unpacked.incomplete == whole.incomplete)
      #expect(unpacked.damage == nil)
    }
    for sixteenth in 1..<16 {
      let cut = Array(packed[..<(packed.count * sixteenth / 16)])
      guard case .success(let report) = Self.read(cut, as: sample.format) else { continue }
      #expect(report.damage != nil, "\(sample.path) cut at \(cut.count)")
    }
  }

  @Test("cut short anywhere is damage, but for formats without an end", arguments: Samples.files)
  func truncation(sample: Samples.File) throws {
    let bytes = try TestFiles.bytes(sample.path)
    for sixteenth in 1..<16 {
      let cut = bytes.count * sixteenth / 16
      switch Self.read(Array(bytes[..<cut]), as: sample.format) {
      case .failure: continue
      case .success(let report):
        // An LCOV file that ends between two records cannot know that there were more.
        let endsWithRecord = bytes[..<cut].suffix(15).elementsEqual("end_of_record\n".utf8)
        #expect(
          report.damage != nil || !report.incomplete.isEmpty
            || (sample.format == "lcov" && endsWithRecord),
          "\(sample.path) cut at \(cut)")
      }
    }
  }

  @Test("flipped bytes never crash", arguments: Samples.files)
  func flips(sample: Samples.File) throws {
    let bytes = try TestFiles.bytes(sample.path)
    var state: UInt64 = 42
    for _ in 0..<64 {
      var damaged = bytes
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[Int(state >> 33) % damaged.count] ^= UInt8(1 << (state >> 13 & 7))
      }
      // Some flips leave a well-formed report; what counts is that each answer is an answer.
      switch Self.read(damaged, as: sample.format) {
      case .failure(let error): #expect(!error.description.isEmpty)
      case .success(let report): #expect(report.format == sample.format)
      }
    }
  }

  private static func counts(_ content: ReportContent) -> [Int] {
    switch content {
    case .coverage(let coverage):
      CoverageMeasure.allCases.flatMap { measure in
        coverage.files.flatMap { [$0.tally(measure).covered, $0.tally(measure).total] }
      }
    case .tests(let tests): tests.cases.map(\.outcome.rawValue)
    case .findings(let findings): findings.findings.map(\.level.rawValue)
    case .benchmarks(let benchmarks): [benchmarks.benchmarks.count]
    case .facts(let facts): [facts.facts.count]
    }
  }
}
