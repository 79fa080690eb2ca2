import TestSupport
import Testing

/// A run of `verdict check` over files that were made for it.
struct Scenario {
  /// What the run left, in the words of `Fixtures/Scenarios/*/expected`.
  struct Result {
    var terminal: String
    var comment: String
    /// The verdict as JSON; empty if there is none.
    var verdict: String
    var stderr: String
    var status: Int
    /// What `verdict verify` says of it; empty if it was not asked, or if there is no verdict.
    var verification = ""
  }

  /// The directory with the files of the run and, in `arguments`, one further argument a line.
  var folder: String
  /// A directory whose files are there as well, unless the scenario has one of its own in their
  /// place or names them in `without`, one a line.
  var base: String?

  /// Runs outside of this repository, whose files are not those that the reports speak of.
  ///
  /// - Parameter isVerified: Whether to come to the verdict again.
  func run(verifying isVerified: Bool = false) async throws -> Result {
    let scratch = try TemporaryDirectory()
    let directory = scratch.path + "/run"
    if let base { try TestFiles.overlay(base, on: directory, except: ["scenarios"]) }
    try TestFiles.overlay(folder, on: directory)
    for file in lines(of: "without") { try TestFiles.remove("\(directory)/\(file)") }
    let result = try await Program.run(
      ["check", "--now", "2026-01-02T03:04:05Z"] + lines(of: "arguments") + [
        "--output", "terminal", "--output", "markdown=\(scratch.path)/comment.md",
        "--output", "json=\(scratch.path)/verdict.json",
      ], in: directory)
    let verdict = text("\(scratch.path)/verdict.json")
    var verification = ""
    if isVerified, !verdict.isEmpty {
      let again = try await Program.run(["verify", "\(scratch.path)/verdict.json"], in: directory)
      verification = again.output + again.diagnostics
    }
    return Result(
      terminal: result.output, comment: text("\(scratch.path)/comment.md"),
      verdict: verdict, stderr: result.diagnostics, status: result.status,
      verification: verification)
  }

  private func lines(of name: String) -> [String] {
    text("\(folder)/\(name)").split(separator: "\n").map(String.init)
  }

  private func text(_ path: String) -> String { (try? TestFiles.text(path)) ?? "" }
}
