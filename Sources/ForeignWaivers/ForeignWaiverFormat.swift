package import VerdictModel

/// A kind of file in which another tool keeps what it is told to accept.
///
/// To add one, write `Formats/X.swift` with a `static let x` in an extension of this type, and add
/// a line to `all`.
package struct ForeignWaiverFormat: Sendable {
  /// Names of files of the kind, wherever they are.
  package var fileNames: [String]
  /// The tool that reads them.
  package var tool: String
  /// What the tool calls itself in its reports, in lower case: it accepts no other tool's findings.
  let scanner: String
  /// Reads the entries in their order.
  let read: @Sendable (_ text: String) throws(ForeignWaiverError) -> [ForeignWaiver]

  /// Every kind that can be read.
  package static let all: [ForeignWaiverFormat] = [
    .trivyIgnore,
    .trivyIgnoreYAML,
    .cargoAudit,
    .osvScanner,
  ]

  /// The most bytes of a file: they are written by hand.
  package static let maxSize = 1024 * 1024

  /// The kind of a file; `nil` for a name that no tool looks for.
  package static func named(_ path: String) -> ForeignWaiverFormat? {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return all.first { $0.fileNames.contains(name) }
  }

  /// Reads the waivers of a file.
  ///
  /// They have no owner and no first day. Their last day is the one before the tool's own, which
  /// ends where that day begins.
  ///
  /// - Parameter file: As the policy names it.
  package func waivers(_ bytes: [UInt8], file: String) throws(ForeignWaiverError) -> [Waiver] {
    var waivers: [Waiver] = []
    for entry in try read(String(decoding: bytes, as: UTF8.self)) {
      let place = SourcePosition(line: entry.line)
      var paths: [Glob] = []
      for pattern in entry.paths {
        guard let path = Glob(pattern) else {
          throw ForeignWaiverError(.path(pattern), line: entry.line)
        }
        paths.append(path)
      }
      let match = FindingMatch(
        tool: scanner, rule: entry.rule, paths: paths, package: entry.package, fingerprint: nil)
      waivers.append(
        Waiver(
          scope: WaiverScope(gate: nil, match: .findings(match)), owner: nil,
          reason: entry.reason, ticket: nil, created: nil,
          expires: entry.until?.adding(days: -1), file: file, position: place))
    }
    return waivers
  }
}
