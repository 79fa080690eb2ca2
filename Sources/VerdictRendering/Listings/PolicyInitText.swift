/// What `verdict policy init` tells of where a policy comes from.
package struct PolicyInitSummary: Sendable {
  /// A report that the policy asks for.
  package struct Report: Sendable {
    let file: String
    let format: String

    /// - Parameters:
    ///   - file: As the working directory sees it.
    ///   - format: The format's id.
    package init(file: String, format: String) {
      self.file = file
      self.format = format
    }
  }

  /// A report that the policy does not ask for.
  package struct Ignored: Sendable {
    let file: String
    let reason: String

    /// - Parameters:
    ///   - file: As the working directory sees it.
    ///   - reason: One sentence fragment.
    package init(file: String, reason: String) {
      self.file = file
      self.reason = reason
    }
  }

  private let policy: String
  private let found: [Report]
  private let ignored: [Ignored]

  /// - Parameter policy: The file that was written, as the user named it.
  package init(policy: String, found: [Report], ignored: [Ignored]) {
    self.policy = policy
    self.found = found.sorted { $0.file < $1.file }
    self.ignored = ignored.sorted { $0.file < $1.file }
  }

  /// Files are listed up to this many.
  private static let shown = 20

  /// A few lines for a terminal.
  package func text(_ options: RenderOptions) -> String {
    var page = TerminalPage(options)
    page.paragraph(
      "wrote \(policy) from \(counted(found.count, "report file", "report files"))", style: .bold)
    page.fields("found", found.map { "\($0.file) (\($0.format))" }, atMost: Self.shown, indent: 2)
    page.fields(
      "ignored", ignored.map { "\($0.file): \($0.reason)" }, atMost: Self.shown, indent: 2)
    return page.text
  }
}
