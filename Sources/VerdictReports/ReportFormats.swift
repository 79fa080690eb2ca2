package import VerdictModel

/// The registry: every format that `verdict` reads.
package enum ReportFormats {
  /// In the order of help and tables: by kind of evidence, then by name.
  package static let all: [ReportFormat] = [
    .cobertura,
    .lcov,
    .junit,
    .sarif,
    .cargoCriterion,
    .critcmp,
    .criterion,
    .facts,
  ]

  /// The format of a report that is a directory.
  package static let tree = all.first { format in
    if case .tree = format.shape { true } else { false }
  }

  /// The format registered under a name.
  ///
  /// - Throws: `ReportProblem.unregisteredFormat` with the nearest registered name.
  package static func named(_ id: String) throws(ReportError) -> ReportFormat {
    if let format = all.first(where: { $0.id == id }) { return format }
    throw ReportError(
      .unregisteredFormat(id, suggestion: nearest(to: id, among: all.map(\.id))))
  }

  /// The one format that recognises the content.
  ///
  /// - Parameter prefix: The beginning of the content, `ReportReader.prefixSize` bytes if there are
  ///   as many.
  package static func recognising(_ prefix: Span<UInt8>) throws(ReportError) -> ReportFormat {
    var matches: [ReportFormat] = []
    for format in all {
      if case .file(let recognises, _) = format.shape, recognises(prefix) {
        matches.append(format)
      }
    }
    guard let match = matches.first else {
      if let failure = XMLRoot(of: prefix).failure { throw ReportError(failure) }
      throw ReportError(.unknownFormat(expected: all.map(\.id)))
    }
    guard matches.count == 1 else { throw ReportError(.ambiguousFormat(matches.map(\.id))) }
    return match
  }
}
