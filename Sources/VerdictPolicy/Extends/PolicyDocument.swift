import JSONDocument
import VerdictModel

/// One policy as it was written, before it is put over what it extends.
struct PolicyDocument: Sendable {
  let json: PositionedJSON
  /// In the order in which they are put over each other, the policy itself comes last.
  let bases: [BaseReference]

  /// - Parameter file: For places, where it is not the policy that judges.
  init(_ bytes: [UInt8], in file: String? = nil) throws(PolicyErrors) {
    json = try PositionedJSON.policy(bytes, in: file)
    let problems = PolicyProblems()
    if file != nil { Self.checkVersion(json, problems) }
    bases = BaseReference.read(json, problems)
    try problems.check()
  }

  /// Of the policy itself, its reader looks at the version.
  private static func checkVersion(_ json: PositionedJSON, _ problems: PolicyProblems) {
    guard case .object(let members) = json.value else {
      return problems.report(.wrongType(key: "policy", expected: "an object"), at: json.place)
    }
    guard let version = members.first(where: { $0.key == "version" })?.value else {
      return problems.report(.missingKey("version", in: "the policy"), at: json.place)
    }
    if version.text() != "1" {
      problems.report(.unsupportedVersion(version.text()), at: version.place)
    }
  }
}

extension PositionedJSON {
  /// The text of a policy, or of a file that stands beside it.
  static func policy(_ bytes: [UInt8], in file: String? = nil) throws(PolicyErrors) -> Self {
    do {
      return try parse(bytes, in: file)
    } catch {
      let place = SourcePosition(
        line: error.position.line, column: error.position.column, file: file)
      throw PolicyErrors([PolicyError(.syntax(error.problem.description), at: place)])
    }
  }
}
