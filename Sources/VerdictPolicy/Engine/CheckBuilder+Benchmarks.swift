import VerdictModel

/// Checks of how benchmarks changed.
extension CheckBuilder {
  /// What is known of a benchmark's change where a limit asks for it; `nil` where none does, or
  /// where something else keeps the check from an answer.
  func change(
    of measurement: Measurement, _ limit: Limit, _ status: CheckStatus, _ changes: BenchmarkChanges?
  ) -> BenchmarkStatus? {
    guard let changes, let item = measurement.item, limit.relation.comparesWithBaseline else {
      return nil
    }
    return switch status {
    case .satisfied, .violated: changes.status(of: item, limit)
    case .notApplicable(.notInBaseline): .new(changes.renamings[item])
    case .waived, .notApplicable, .undecided: nil
    }
  }

  /// Puts the answer of all runs that there are in place of that of two numbers.
  ///
  /// - Parameter benchmark: The benchmark's id.
  func apply(_ change: BenchmarkStatus, of benchmark: String, to check: inout Check) {
    check.change = change.change(of: benchmark)
    switch change {
    case .new, .removed: break
    case .undecided(let reason):
      check.status = .undecided(reason)
      check.action = rule.absence.action(for: reason)
    case .judged(let judgement, let values):
      (check.baselineValue, check.value) = (values.before, values.after)
      check.remarks += judgement.remarks
      apply(judgement, to: &check)
    }
  }

  private func apply(_ judgement: BenchmarkJudgement, to check: inout Check) {
    switch judgement.answer {
    case .regressed:
      check.status = .violated
      check.action = rule.action.action(at: stage)
      if let cap = judgement.cap, check.action > cap.action {
        check.action = cap.action
        check.remarks.append(cap.reason)
      }
    case .inconclusive where judgement.isSuspected && isExceeded(check):
      check.status = .violated
      check.action = min(rule.action.action(at: stage), .warn)
      check.remarks.append("may be noise, which warns at most")
    case .inconclusive, .new, .removed, .leftOver, .copied:
      check.status = .undecided(.inconclusive)
      check.action = rule.absence.inconclusive
    case .improved, .withinBudget:
      check.status = .satisfied
      check.action = .info
    }
  }

  private func isExceeded(_ check: Check) -> Bool {
    check.value.flatMap { check.limit.allows($0, baseline: check.baselineValue) } == false
  }

  /// The check of what all benchmarks have in common, which is no single one's change: the machine,
  /// or something that all of them use. It warns at most, and never passes without a word: whatever
  /// made the run slower excuses what its benchmarks are slower.
  func checksOfShift(_ changes: BenchmarkChanges?) -> [Check] {
    guard let shift = changes?.shift else { return [] }
    return rule.limits.compactMap { ruleLimit in
      guard ruleLimit.relation.comparesWithBaseline,
        let limit = ruleLimit.limit(for: ["*"]) ?? ruleLimit.limit(for: nil)
      else { return nil }
      var check = unmeasured(limit, .undecided(.inconclusive))
      check.subject.item = "all \(shift.benchmarks) benchmarks together"
      if shift.factor > 1 { check.action = min(rule.action.action(at: stage), .warn) }
      check.change = shift.change
      check.remarks = [
        shift.factor > 1
          ? "the run as a whole is slower, which no benchmark is blamed for"
          : "the run as a whole is faster, which may hide what is slower"
      ]
      return check
    }
  }
}
