package import VerdictModel

/// What `verdict policy lint` tells.
package struct PolicyLintResult: Sendable {
  let files: [String]
  let remarks: [PolicyRemark]
  let omitted: Int

  /// - Parameters:
  ///   - files: The policies as the user named them.
  ///   - remarks: In the order of reading.
  ///   - omitted: How many more problems there are.
  package init(files: [String], remarks: [PolicyRemark], omitted: Int) {
    self.files = files
    self.remarks = remarks
    self.omitted = omitted
  }

  /// How many mistakes there are, named or not.
  package var problems: Int { remarks.count { $0.kind == .error } + omitted }

  /// How many parts are allowed and probably not meant.
  package var warnings: Int { remarks.count { $0.kind == .warning } }

  /// For people and editors: one line a remark, `policy.json:41:18: warning: …`, which is never
  /// wrapped, as editors read it line by line.
  package func text(_ options: RenderOptions) -> String {
    var page = TerminalPage(RenderOptions(width: .max, color: options.color))
    for remark in remarks {
      page.paragraph(
        "\(remark.place): \(remark.kind.rawValue): \(remark.text)",
        style: remark.kind == .error ? .red : .yellow)
    }
    if omitted > 0 { page.paragraph("\(omitted) more problems are not named") }
    page.blank()
    page.paragraph("\(countsWords) in \(files.joined(separator: ", "))", style: .bold)
    return page.text
  }

  private var countsWords: String {
    let counts = [
      (problems, "problem", "problems"), (warnings, "warning", "warnings"),
    ].filter { $0.0 > 0 }.map { counted($0.0, $0.1, $0.2) }
    return counts.isEmpty ? "no problems" : counts.joined(separator: ", ")
  }

  /// For machines.
  package var json: String { JSONText.text(JSONPolicyLint(self)) }
}

/// One thing that is wrong with a policy or its waivers, or that is probably not meant.
package struct PolicyRemark: Hashable, Sendable {
  /// How bad it is; raw values as compilers write them.
  package enum Kind: String, Sendable {
    case error
    case warning
  }

  /// The file as the user named it, or as the policy names it: the one that the place is in.
  package let file: String
  /// In that file; `nil` where it is meant as a whole.
  package let position: SourcePosition?
  /// Decides about the exit status.
  package var kind: Kind
  /// One sentence fragment.
  package var text: String

  package init(_ kind: Kind, _ text: String, file: String, at position: SourcePosition? = nil) {
    self.file = position?.file ?? file
    self.position = position.map { SourcePosition(line: $0.line, column: $0.column) }
    self.kind = kind
    self.text = text
  }

  /// `policy.json:41:18`.
  fileprivate var place: String { file + (position.map { ":" + $0.words } ?? "") }
}

/// The output of `verdict policy lint --output json`.
private struct JSONPolicyLint: Encodable {
  /// The policies as the user named them.
  let files: [String]
  /// How many mistakes there are; of very many only the first have a remark.
  let problems: Int
  let warnings: Int
  /// By policy, in the order of the places.
  let remarks: [JSONPolicyRemark]

  init(_ result: PolicyLintResult) {
    files = result.files
    problems = result.problems
    warnings = result.warnings
    remarks = result.remarks.map(JSONPolicyRemark.init)
  }
}

private struct JSONPolicyRemark: Encodable {
  let file: String
  /// Absent where the file as a whole is meant.
  let position: JSONPosition?
  /// `error` or `warning`.
  let kind: String
  /// One sentence fragment.
  let text: String

  init(_ remark: PolicyRemark) {
    file = remark.file
    position = remark.position.map(JSONPosition.init)
    kind = remark.kind.rawValue
    text = remark.text
  }
}
