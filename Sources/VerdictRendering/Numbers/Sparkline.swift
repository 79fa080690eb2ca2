import VerdictModel

/// Values as blocks of different heights.
enum Sparkline {
  private static let blocks = Array("▁▂▃▄▅▆▇█")

  /// A block for each value, the lowest and the highest of them at the ends of the scale, and a blank
  /// where there is none; nothing for words. This is a picture, and nothing is decided by it.
  static func text(_ values: [Quantity?]) -> String {
    let numbers = values.map { $0.flatMap(number) }
    let known = numbers.compactMap(\.self)
    guard let least = known.min(), let most = known.max() else { return "" }
    return String(
      numbers.map { number in
        guard let number else { return " " }
        let share = most > least ? (number - least) / (most - least) : 0.5
        return blocks[min(Int(share * Double(blocks.count)), blocks.count - 1)]
      })
  }

  private static func number(_ value: Quantity) -> Double? {
    switch value {
    case .share(let tally): tally.total > 0 ? Double(tally.covered) / Double(tally.total) : nil
    case .count(let count, _): Double(count)
    case .duration(let time): Double(time.count)
    case .number(let number, _): Double(number.description)
    case .text: nil
    }
  }
}
