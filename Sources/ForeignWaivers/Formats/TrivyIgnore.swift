import VerdictModel

extension ForeignWaiverFormat {
  /// One identifier a line, `#` before comments, `exp:2026-01-31` anywhere behind an identifier
  /// (Trivy's documentation, "Filtering", "By Finding IDs", and its `pkg/result/ignore.go`). Trivy
  /// takes comments for nobody's; here those right above an entry, or behind it, are its reason.
  static let trivyIgnore = ForeignWaiverFormat(
    fileNames: [".trivyignore"], tool: "Trivy", scanner: "trivy",
    read: { text throws(ForeignWaiverError) in
      var waivers: [ForeignWaiver] = []
      var comments: [String] = []
      let lines = text.split(
        omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
      for (index, line) in lines.enumerated() {
        let parts = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let comment = parts.dropFirst().first.map { $0.trimmed } ?? ""
        let words = parts.first?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
        guard let rule = words.first else {
          comments = comment.isEmpty ? [] : comments + [comment]
          continue
        }
        let reason = (comments + [comment]).filter { !$0.isEmpty }.joined(separator: " ")
        comments = []
        let until = try line.split(whereSeparator: \.isWhitespace).map(String.init).dropFirst()
          .first { $0.hasPrefix("exp:") }
          .map { word throws(ForeignWaiverError) in
            try Day(foreign: String(word.dropFirst(4)), line: index + 1)
          }
        waivers.append(
          ForeignWaiver(rule: rule, reason: reason, until: until, line: index + 1))
      }
      return waivers
    })
}

extension Day {
  /// A day as other tools write it, alone or before a time of the day.
  init(foreign text: String, line: Int?) throws(ForeignWaiverError) {
    let date = text.prefix { $0 != "T" && $0 != " " }
    guard let day = Day(date) else { throw ForeignWaiverError(.day(text), line: line) }
    self = day
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
