/// Which failures of tests a waiver speaks of, which makes it a quarantine: those for which every
/// condition holds. A test or a class is named at least.
package struct TestMatch: Hashable, Sendable {
  /// Patterns for the test's name, or the name itself; empty for all tests of a class.
  package var names: [Glob]
  /// Patterns for the test's class, or its suites if it has none; empty for any.
  package var classes: [Glob]
  /// Texts of which the failure's message or type must contain one; empty for any failure. What
  /// fails in another way counts.
  package var messages: [String]

  package init(names: [Glob], classes: [Glob], messages: [String]) {
    self.names = names
    self.classes = classes
    self.messages = messages
  }

  /// Whether a test is meant, however it ended.
  package func names(_ name: String, className: String, suite: String) -> Bool {
    names.fit(name) && classes.fit(className.isEmpty ? suite : className)
  }

  /// Whether the waiver speaks of how a test ended.
  package func includes(_ result: TestResult) -> Bool {
    let test = result.identity
    guard names(test.name, className: test.className, suite: test.suite) else { return false }
    return messages.isEmpty
      || messages.contains { text in
        result.details?.message.contains(text) == true
          || result.details?.type.contains(text) == true
      }
  }
}

extension [Glob] {
  /// Whether any pattern fits or is the very text, which may hold brackets; or there is none.
  fileprivate func fit(_ text: String) -> Bool {
    isEmpty || contains { $0.pattern == text || $0.matches(text) }
  }
}
