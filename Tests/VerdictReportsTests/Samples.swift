import TestSupport

/// The real reports of the fixtures that are single files, but for those that are compressed.
enum Samples {
  struct File: Sendable, CustomStringConvertible {
    var path: String
    var format: String
    var description: String { path }
  }

  /// All but those of formats that have to be named.
  static let recognisable = files.filter { $0.format != "facts" }

  static let files: [File] =
    ["cobertura", "lcov", "junit", "sarif", "critcmp", "cargo-criterion", "facts"]
    .flatMap { format in
      TestFiles.entries("Fixtures/Reports/\(format)/valid").filter {
        !$0.hasSuffix(".expected.json") && !$0.hasSuffix(".gz")
      }
      .map { File(path: "Fixtures/Reports/\(format)/valid/\($0)", format: format) }
    }
}
