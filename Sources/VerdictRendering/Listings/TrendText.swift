package import VerdictModel

/// The texts of `verdict trend`: how a value went from run to run.
package struct Trend: Sendable {
  /// The metric's id.
  let metric: String
  /// Which benchmark, file, test or key; `nil` for the total.
  let item: String?
  /// The first run first.
  let points: [TrendPoint]

  /// - Parameters:
  ///   - item: Which benchmark, file, test or key; `nil` for the total.
  ///   - points: The first run first.
  package init(metric: String, item: String?, points: [TrendPoint]) {
    self.metric = metric
    self.item = item
    self.points = points
  }

  /// How many runs are told one by one.
  private static let shownRuns = 20

  /// For people: a line of blocks, from the lowest value to the highest, then the last runs.
  package func text(_ options: RenderOptions) -> String {
    var page = TerminalPage(options)
    let values = points.compactMap(\.value)
    let ends = [values.first, values.last].compactMap(\.self).map(QuantityText.full)
    let change = Set(ends).count == 2 ? ends.joined(separator: " → ") : ends.first ?? "no data"
    page.spread(
      [
        [metric, item].compactMap(\.self).joined(separator: " "),
        Sparkline.text(points.suffix(options.width / 2).map(\.value)), change,
        counted(points.count, "run", "runs"),
      ].filter { !$0.isEmpty }, prefix: "", style: .bold)
    page.blank()
    if points.count > Self.shownRuns {
      page.paragraph(
        "\(points.count - Self.shownRuns) earlier runs, see --output csv", indent: 2)
    }
    for point in points.suffix(Self.shownRuns) {
      let commit = point.run.commit.map { String($0.prefix(8)) } ?? "no commit"
      page.field(
        commit, "\(point.run.saved)  \(point.value.map(QuantityText.full) ?? "no data")")
    }
    return page.text
  }

  /// For spreadsheets (RFC 4180), exact: a share as two numbers, a duration in picoseconds.
  package var csv: String {
    (["saved,commit,value,of,unit"]
      + points.map { point in
        ([point.run.saved, point.run.commit ?? ""] + Self.cells(point.value))
          .map(Self.cell).joined(separator: ",")
      }).map { $0 + "\r\n" }.joined()
  }

  private static func cells(_ value: Quantity?) -> [String] {
    switch value {
    case .share(let tally): [String(tally.covered), String(tally.total), ""]
    case .count(let count, let unit): [String(count), "", unit.rawValue]
    case .duration(let time): [String(time.count), "", "picoseconds"]
    case .number(let number, let unit): [number.description, "", unit.rawValue]
    case .text(let text): [text, "", "text"]
    case nil: ["", "", ""]
    }
  }

  /// A text that a spreadsheet would take for a formula is told apart by a quote.
  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+@\t\r".contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.contains(where: { ",\"\n\r\r\n".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  /// For machines.
  package var json: String { JSONText.text(JSONTrend(self)) }
}

/// What `verdict trend --output json` prints.
private struct JSONTrend: Encodable {
  /// One run.
  struct Run: Encodable {
    let saved: String
    let commit: String?
    /// Absent if no report of the run had it.
    let value: JSONQuantity?
  }

  let schema = "verdict-trend/1"
  let metric: String
  /// Absent for the total.
  let item: String?
  /// The first run first.
  let runs: [Run]

  init(_ trend: Trend) {
    metric = trend.metric
    item = trend.item
    runs = trend.points.map { point in
      Run(
        saved: point.run.saved, commit: point.run.commit,
        value: point.value.map(JSONQuantity.init))
    }
  }
}
