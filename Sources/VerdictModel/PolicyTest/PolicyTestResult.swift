/// What came out of one of the tests that stand beside a policy.
package struct PolicyTestResult: Hashable, Sendable {
  /// Something that is not as the test expects it.
  package struct Difference: Hashable, Sendable {
    /// The gate's key in the policy; `nil` for the verdict.
    package var gate: String?
    /// In the words of tests: `pass`, `warn`, `review`, `block`.
    package var expected: String
    /// The same; `nil` if nothing was judged.
    package var found: String?

    package init(gate: String?, expected: String, found: String?) {
      self.gate = gate
      self.expected = expected
      self.found = found
    }
  }

  /// The test's own.
  package var name: String
  /// Where the test stands in its file.
  package var position: SourcePosition
  /// Empty if everything is as expected.
  package var differences: [Difference]
  /// What the policy says of the test's evidence.
  package var verdict: Verdict

  package init(
    name: String, position: SourcePosition, differences: [Difference], verdict: Verdict
  ) {
    self.name = name
    self.position = position
    self.differences = differences
    self.verdict = verdict
  }
}
