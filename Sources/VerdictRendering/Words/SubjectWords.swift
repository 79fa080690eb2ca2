import VerdictModel

extension Check {
  /// What the check is about, in the policy's own names: `findings, high and above, in images`;
  /// `coverage.lines of critical, src/orders/book.rs`; `fact rustfmt, in jobs`.
  var subjectWords: String {
    guard let item = subject.item, !namesItem else { return ruleWords }
    guard ruleWords == subject.metric else { return "\(ruleWords), \(item)" }
    return subject.each == "benchmark" ? "\(ruleWords) \(item)" : "\(ruleWords) of \(item)"
  }

  /// Whether the metric alone says nothing: a fact is one of a key.
  private var namesItem: Bool { subject.each == "key" }

  /// The same beside the check's places: where they name the item, `each file` says more.
  var subjectWordsBesidePlaces: String {
    guard let item = subject.item, let each = subject.each, !places.isEmpty,
      places.allSatisfy({ $0.path == item })
    else { return subjectWords }
    return "\(ruleWords), each \(each)"
  }

  /// What the rule is about, without the item.
  private var ruleWords: String {
    var words = subject.metric
    if namesItem, let item = subject.item { words += " \(item)" }
    switch subject.code {
    case .all: words += subject.component.map { " of \($0)" } ?? ""
    case .newCode: words += " of new code" + (subject.component.map { " in \($0)" } ?? "")
    case .changedFiles:
      words += " of changed files" + (subject.component.map { " in \($0)" } ?? "")
    }
    words += subject.filter.map { ", " + $0 }.joined()
    if !subject.from.isEmpty { words += ", in " + subject.from.joined(separator: " and ") }
    return words
  }
}
