/// A reason to take a report for incomplete that may come up in it any number of times.
struct JUnitDoubt {
  private var first: String?
  private var others = 0

  mutating func add(_ sentence: @autoclosure () -> String) {
    if first == nil { first = sentence() } else { others += 1 }
  }

  /// The first sentence, with the number of the others; `nil` without any.
  var reason: String? {
    first.map { others == 0 ? $0 : "\($0), and \(others) more like it" }
  }
}
