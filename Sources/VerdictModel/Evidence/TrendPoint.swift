/// What one stored run measured.
package struct TrendPoint: Hashable, Sendable {
  /// Which run.
  package var run: BaselineReference
  /// `nil` if no report of the run had it.
  package var value: Quantity?

  package init(run: BaselineReference, value: Quantity?) {
    self.run = run
    self.value = value
  }
}
