import ArgumentParser
import VerdictBaseline
import VerdictRendering

/// `verdict baseline list`.
struct ListBaselinesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists what the store has, a line for each entry, the first one first.",
    discussion: """
      EXAMPLES
        verdict baseline list
      """)

  @OptionGroup var files: PolicyOptions

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      let location = try await files.baselineLocation()
      let entries = try await location.asking { store throws(BaselineError) in
        try await store.entries()
      }
      try StandardOutput.write(
        BaselineText.list(
          entries.map { (baseline: $0.baseline, bytes: $0.bytes.count) }, in: location.name,
          options: Terminal.renderOptions))
    }
  }
}

/// `verdict baseline prune`.
struct PruneBaselinesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Removes the entries of all commits but those that were saved last.",
    discussion: """
      EXAMPLES
        verdict baseline prune --keep 100
      """)

  @OptionGroup var files: PolicyOptions

  @Option(help: ArgumentHelp("How many commits keep their entries.", valueName: "n"))
  var keep: Int

  func validate() throws {
    if keep < 1 { throw ValidationError("--keep must be 1 or more") }
  }

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      let location = try await files.baselineLocation()
      let count = try await location.asking { store throws(BaselineError) in
        try await store.prune(keeping: keep)
      }
      try StandardOutput.write(
        "removed the entries of \(count) \(count == 1 ? "commit" : "commits") in \(location.name)\n"
      )
    }
  }
}

/// `verdict baseline push`.
struct PushBaselinesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "push",
    abstract: "Gives others the entries that were saved here.",
    discussion: """
      What others push at the same time is taken up first, as often as needed:
      nothing is lost.

      EXAMPLES
        verdict baseline save && verdict baseline push
        verdict baseline push upstream
      """)

  @Argument(help: "The remote repository.")
  var remote = "origin"

  @OptionGroup var files: PolicyOptions

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      let location = try await files.baselineLocation()
      try await location.asking { store throws(BaselineError) in try await store.push(to: remote) }
      try StandardOutput.write("pushed \(location.name) to \(remote)\n")
    }
  }
}

/// `verdict baseline pull`.
struct PullBaselinesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull",
    abstract: "Fetches the entries that others pushed.",
    discussion: """
      A clone has none of them by itself, however deep it is.

      EXAMPLES
        verdict baseline pull && verdict check --base origin/main
      """)

  @Argument(help: "The remote repository.")
  var remote = "origin"

  @OptionGroup var files: PolicyOptions

  func run() async throws {
    try await orNoDecision { () async throws(NoDecision) in
      let location = try await files.baselineLocation()
      let isThere = try await location.asking { store throws(BaselineError) in
        try await store.pull(from: remote)
      }
      try StandardOutput.write(
        isThere
          ? "pulled \(location.name) from \(remote)\n"
          : "\(remote) has nothing under \(location.name) yet\n")
    }
  }
}
