import VerdictModel

extension Check {
  /// What the check is about, in the policy's own names: `findings, high and above, in images`;
  /// `coverage.lines of critical, src/orders/book.rs`; `fact rustfmt, in jobs`.
  var subjectWords: String {
    guard let item = subject.item, !subject.namesItem else { return subject.ruleWords }
    guard subject.ruleWords == subject.metric else { return "\(subject.ruleWords), \(item)" }
    return subject.each == "benchmark"
      ? "\(subject.ruleWords) \(item)" : "\(subject.ruleWords) of \(item)"
  }

  /// The same beside the check's places: where they name the item, `each file` says more.
  var subjectWordsBesidePlaces: String {
    guard let item = subject.item, let each = subject.each, !places.isEmpty,
      places.allSatisfy({ $0.path == item })
    else { return subjectWords }
    return "\(subject.ruleWords), each \(each)"
  }
}

extension CheckSubject {
  /// What the rule is about, without the item.
  var ruleWords: String {
    var words = metric
    if namesItem, let item { words += " \(item)" }
    switch code {
    case .all: words += component.map { " of \($0)" } ?? ""
    case .newCode: words += " of new code" + (component.map { " in \($0)" } ?? "")
    case .changedFiles: words += " of changed files" + (component.map { " in \($0)" } ?? "")
    }
    words += filter.map { ", " + $0 }.joined()
    if !from.isEmpty { words += ", in " + from.joined(separator: " and ") }
    return words
  }

  /// Whether the metric alone says nothing: a fact is one of a key.
  fileprivate var namesItem: Bool { each == "key" }
}
