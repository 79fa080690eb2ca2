import Testing
import VerdictModel

@testable import VerdictRendering

@Suite("Trends") struct TrendTextTests {
  private static let options = RenderOptions(width: 100, color: false)

  private static func trend(_ values: [Quantity?], item: String? = nil) -> Trend {
    Trend(
      metric: "m", item: item,
      points: values.enumerated().map { index, value in
        TrendPoint(
          run: BaselineReference(
            commit: index == 0 ? nil : String(repeating: "\(index)", count: 40), distance: nil,
            saved: "2026-01-0\(index + 1)T00:00:00Z"),
          value: value)
      })
  }

  @Test("show a line of blocks, the ends, and each run")
  func text() {
    let tallies = [(1, 2), (3, 4), (4, 4)].map { Quantity.share(Tally(covered: $0.0, total: $0.1)) }
    #expect(
      Self.trend(tallies + [nil], item: "a").text(Self.options) == """
        m a    ▁▅█     50 % (1 of 2) → 100 % (4 of 4)    4 runs

          no commit   2026-01-01T00:00:00Z  50 % (1 of 2)
          11111111    2026-01-02T00:00:00Z  75 % (3 of 4)
          22222222    2026-01-03T00:00:00Z  100 % (4 of 4)
          33333333    2026-01-04T00:00:00Z  no data

        """)
  }

  @Test(
    "draw nothing where there is no number",
    arguments: [
      ([], ""), ([nil], ""), ([.text("ok")], ""), ([.count(3, .tests)], "▅"),
      ([.count(3, .tests), .count(3, .tests)], "▅▅"),
      ([.count(9, .tests), nil, .count(1, .tests)], "█ ▁"),
      ([.share(.none), .duration(Picoseconds(5))], " ▅"),
    ] as [([Quantity?], String)])
  func sparkline(values: [Quantity?], text: String) {
    #expect(Sparkline.text(values) == text)
  }

  @Test("are exact for spreadsheets, and no formula of a report gets there")
  func csv() {
    let values: [Quantity?] = [
      .share(Tally(covered: 1, total: 3)), .count(5, .tests), .text("=1+\"2\",x"), nil,
    ]
    #expect(
      Self.trend(values).csv
        == [
          "saved,commit,value,of,unit", "2026-01-01T00:00:00Z,,1,3,",
          "2026-01-02T00:00:00Z,\(String(repeating: "1", count: 40)),5,,tests",
          "2026-01-03T00:00:00Z,\(String(repeating: "2", count: 40)),\"'=1+\"\"2\"\",x\",,text",
          "2026-01-04T00:00:00Z,\(String(repeating: "3", count: 40)),,,", "",
        ].joined(separator: "\r\n"))
  }

  @Test("are told to machines")
  func json() {
    let json = Self.trend([.count(5, .tests)]).json
    #expect(json.contains("\"schema\" : \"verdict-trend/1\""))
    #expect(json.contains("\"count\" : 5"))
  }
}
