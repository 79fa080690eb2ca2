/// What a report speaks of. The kinds are closed on purpose; formats, metrics and outputs are open.
package enum EvidenceKind: String, CaseIterable, Sendable {
  case coverage
  case tests
  case findings
  case benchmarks
  case facts
}
