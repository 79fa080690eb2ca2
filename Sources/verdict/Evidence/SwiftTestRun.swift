import Files
import VerdictModel
import VerdictPolicy

/// The two files of one `swift test --xunit-output x.xml`: XCTest's `x.xml`, and Swift Testing's
/// `x-swift-testing.xml` beside it.
///
/// Of Swift 6.3: one of them may have no test, all being in the other. With `--disable-xctest` or
/// `--disable-swift-testing` there is `x.xml` only. Without `--parallel` there is no file of XCTest,
/// whatever failed in it.
enum SwiftTestRun {
  private static let suffix = "-swift-testing.xml"

  /// The file of Swift Testing that would belong to one of XCTest; `nil` for any other file.
  static func testingFile(of file: String) -> String? {
    guard file.hasSuffix(".xml"), !file.hasSuffix(suffix) else { return nil }
    return file.dropLast(".xml".count) + suffix
  }

  /// The file of XCTest that belongs to one of Swift Testing; `nil` for any other file.
  static func xctestFile(of file: String) -> String? {
    file.hasSuffix(suffix) ? file.dropLast(suffix.count) + ".xml" : nil
  }

  /// How many runs left so many files.
  static func count(_ files: [String]) -> Int {
    let known = Set(files)
    return files.count { file in xctestFile(of: file).map { !known.contains($0) } ?? true }
  }
}

extension PolicyFile {
  /// The files of Swift Testing that lie beside files of XCTest which a declaration finds, and that
  /// the policy does not speak of.
  func undeclaredSwiftTests(beside files: [String], of declaration: ReportDeclaration) -> [String] {
    guard declaration.mayHoldTests else { return [] }
    return files.compactMap(SwiftTestRun.testingFile).filter { file in
      !policy.declares(file) && (try? FileStatus(of: path(of: file))?.kind) == .regular
    }
  }
}

extension Policy {
  fileprivate func declares(_ file: String) -> Bool {
    reports.contains { $0.files.contains { $0.matches(file) } }
  }

  /// What is missing of runs of Swift tests, in words.
  func missingSwiftTests(in files: [String], of declaration: ReportDeclaration) -> [EvidenceGap] {
    guard declaration.mayHoldTests else { return [] }
    let known = Set(files)
    return files.compactMap { file in
      guard let missing = SwiftTestRun.xctestFile(of: file), !known.contains(missing),
        !declares(missing) || declaration.files.contains(where: { $0.matches(missing) })
      else { return nil }
      return .incomplete(
        reason: "\(file): no \(missing) beside it, which swift test writes for XCTest if it runs "
          + "with --parallel; where there is no XCTest, run it with --disable-xctest")
    }
  }
}

extension ReportDeclaration {
  fileprivate var mayHoldTests: Bool { kind ?? .tests == .tests }
}

extension [EvidencePart] {
  /// The same without the gap of a file that has no test, where the other one of its run has.
  var joiningSwiftTests: [EvidencePart] {
    let withTests = Set(
      filter { $0.content.tests?.cases.isEmpty == false }.flatMap { part in
        part.sources.map { Source(part: part.id, file: $0.file) }
      })
    return map { part in
      var part = part
      part.gaps.removeAll { gap in
        guard case .empty(let file) = gap,
          let other = SwiftTestRun.testingFile(of: file) ?? SwiftTestRun.xctestFile(of: file)
        else { return false }
        return withTests.contains(Source(part: part.id, file: other))
      }
      return part
    }
  }
}

private struct Source: Hashable {
  var part: String
  var file: String
}
