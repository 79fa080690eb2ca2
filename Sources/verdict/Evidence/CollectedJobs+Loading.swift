import Files
import VerdictBaseline
import VerdictModel
import VerdictPolicy

extension Invocation {
  /// What jobs collected; `nil` if the reports themselves are to be read.
  ///
  /// - Parameters:
  ///   - policy: The policy that judges. What was read otherwise than it has reports read cannot be
  ///     judged by it.
  ///   - commit: The full id of the commit that is checked out, which is what the jobs must have
  ///     measured; `nil` if nobody can say.
  func jobs(
    for policy: Policy, commit: String?, noting inputs: InputLedger
  ) throws(NoDecision) -> CollectedJobs? {
    guard !evidence.isEmpty else { return nil }
    var jobs: [JobEvidence] = []
    for file in evidence {
      let job = try Self.job(in: file, noting: inputs)
      if let other = jobs.firstIndex(where: { $0.job == job.job }) {
        throw NoDecision(
          file, "is of job '\(job.job)' as \(evidence[other]) is, give one file for each job")
      }
      if let measured = job.commit, let expected = commit ?? jobs.lazy.compactMap(\.commit).first,
        measured != expected
      {
        throw NoDecision(
          file,
          "job '\(job.job)' measured commit \(measured.prefix(8)), expected \(expected.prefix(8))")
      }
      for part in job.parts {
        guard let declaration = policy.reports.first(where: { $0.id == part.id }) else { continue }
        guard ReadingTerms(declaration) == part.terms else {
          throw NoDecision(
            file,
            "reports/\(part.id) was read by another policy, with other files, format or variant: "
              + "collect it by the policy that judges")
        }
      }
      jobs.append(job)
    }
    return CollectedJobs(jobs: jobs)
  }

  private static func job(
    in file: String, noting inputs: InputLedger
  ) throws(NoDecision) -> JobEvidence {
    let bytes: [UInt8]
    do {
      bytes = try inputs.contents(of: file, as: .evidence, limit: EvidenceFormat.maxSize)
    } catch {
      throw NoDecision(file, error.problem)
    }
    do {
      var job = try EvidenceFormat.read(bytes)
      let origin = WorkingDirectory.shown(file)
      for (part, value) in job.parts.enumerated() {
        for (report, value) in value.reports.enumerated() {
          job.parts[part].reports[report].inputs = value.inputs.map { input in
            var input = input
            input.evidence = origin
            return input
          }
        }
      }
      return job
    } catch {
      throw NoDecision(file, error)
    }
  }
}
