import VerdictModel

extension Evidence {
  /// The same with what a run itself measured of the code before the change in place of what is
  /// stored of the same reports: what was made in turns is compared with each other.
  ///
  /// - Parameter parts: Those of the run.
  func withBases(of parts: [EvidencePart]) -> Evidence {
    let measured = parts.filter { $0.content.benchmarks?.base.isEmpty == false }
    let stored = self.parts.map { part in
      var part = part
      if measured.contains(where: { $0.id == part.id }) { part.content.benchmarks = nil }
      return part
    }
    let bases = measured.map { part in
      var part = part
      part.content = EvidenceContent(
        benchmarks: part.content.benchmarks.map { BenchmarkReport(benchmarks: $0.base) })
      return part
    }
    return Evidence(parts: stored + bases)
  }
}
