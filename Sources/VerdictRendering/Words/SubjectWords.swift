import VerdictModel

extension Check {
  /// What the check is about, in the policy's own names: `findings, high and above, in images`;
  /// `coverage.lines of critical, src/orders/book.rs`; `fact rustfmt, in jobs`.
  var subjectWords: String {
    guard let item = subject.item, !subject.namesItem else { return subject.ruleWords }
    let words = subject.ruleWordsBesideItem
    guard words == subject.metric else { return "\(words), \(item)" }
    return subject.each == "benchmark" ? "\(words) \(item)" : "\(words) of \(item)"
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
  var ruleWords: String { words(ofReports: true) }

  /// The same beside its item: the name of a benchmark says more than the reports that may have it.
  var ruleWordsBesideItem: String { words(ofReports: each != "benchmark") }

  /// The same, with or without the reports that it looks at.
  private func words(ofReports namesReports: Bool) -> String {
    var words = metric
    if namesItem, let item { words += " \(item)" }
    switch code {
    case .all: words += component.map { " of \($0)" } ?? ""
    case .newCode: words += " of new code" + (component.map { " in \($0)" } ?? "")
    case .changedFiles: words += " of changed files" + (component.map { " in \($0)" } ?? "")
    }
    words += filter.map { ", " + $0 }.joined()
    if namesReports, !from.isEmpty { words += ", in " + enumerated(from) }
    return words
  }

  /// Whether the metric alone says nothing: a fact is one of a key.
  fileprivate var namesItem: Bool { each == "key" }
}

/// `a, b and c`.
private func enumerated(_ names: [String]) -> String {
  [names.dropLast().joined(separator: ", "), names.last ?? ""].filter { !$0.isEmpty }
    .joined(separator: " and ")
}
