package import VerdictModel

/// Finds out what somebody wants to have explained.
package struct TopicReader {
  /// What is judged.
  let input: EvaluationInput

  package init(_ input: EvaluationInput) {
    self.input = input
  }

  /// The topic of a word. Names of the policy come first: `./NAME` is always a file.
  ///
  /// - Parameter text: A gate, `gate/metric`, the line of a rule such as `policy.json:12`, a metric,
  ///   or a file's path.
  package func topic(_ text: String) throws(UnknownTopic) -> ExplainTopic {
    if input.policy.gates.contains(where: { $0.id == text }) {
      return .gate(try asked(text, of: text))
    }
    let onMetric = rules(onMetric: text)
    if let (gate, rules) = try onMetric == nil ? rules(atLine: text) : onMetric {
      return .rules(gate: try asked(gate.id, of: text, rules), rules.map(\.position))
    }
    if let metric = Metrics.named(text) { return .metric(metric.documentation) }
    let path = text.hasPrefix("./") ? String(text.dropFirst(2)) : text
    if let file = FileExplanation(of: path, in: input) { return .file(file) }
    throw UnknownTopic(text, .notKnown(suggestion: nearest(to: text, among: names)))
  }

  private var names: [String] {
    input.policy.gates.flatMap { gate in
      [gate.id] + gate.rules.map { "\(gate.id)/\($0.metric.id)" }
    } + Metrics.all.map(\.id)
  }

  // MARK: - Rules

  private func rules(onMetric text: String) -> (Gate, [Rule])? {
    for gate in input.policy.gates {
      let rules = gate.rules.filter { text == "\(gate.id)/\($0.metric.id)" }
      if !rules.isEmpty { return (gate, rules) }
    }
    return nil
  }

  /// The rule that begins on a line: `policy.json:12`, also with the column behind it, and in any
  /// file that the policy extends.
  private func rules(atLine text: String) throws(UnknownTopic) -> (Gate, [Rule])? {
    guard let (name, line) = fileAndLine(text) else { return nil }
    let all = input.policy.gates.flatMap { gate in gate.rules.map { (gate: gate, rule: $0) } }
    let inFile = all.filter { isFile(file(of: $0.rule), called: name) }
    guard !inFile.isEmpty || isFile(input.policyName, called: name) else { return nil }
    if let first = inFile.first(where: { $0.rule.position.line == line }) {
      let file = first.rule.position.file
      let rules = first.gate.rules.filter { $0.position.line == line && $0.position.file == file }
      return (first.gate, rules)
    }
    let before = inFile.last { $0.rule.position.line < line } ?? inFile.first ?? all[0]
    throw UnknownTopic(
      text, .noRuleAtLine(suggestion: "\(file(of: before.rule)):\(before.rule.position.line)"))
  }

  private func file(of rule: Rule) -> String { rule.position.file ?? input.policyName }

  /// Whether a file is meant by a name, with or without its directory.
  private func isFile(_ file: String, called name: String) -> Bool {
    file == name || file.hasSuffix("/" + name)
  }

  /// What is in front of the numbers at the end, and the first of them: `policy.json:12:3`.
  private func fileAndLine(_ text: String) -> (String, Int)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.reversed().prefix { Int($0) != nil }
    guard (1...2).contains(numbers.count), numbers.count < parts.count,
      let line = numbers.last.flatMap({ Int($0) })
    else { return nil }
    return (parts.dropLast(numbers.count).joined(separator: ":"), line)
  }

  /// A gate's id, if the stage asks anything of it, or of some of its rules.
  private func asked(
    _ id: String, of text: String, _ rules: [Rule]? = nil
  ) throws(UnknownTopic) -> String {
    let rules = rules ?? input.policy.gates.first { $0.id == id }?.rules ?? []
    guard !rules.contains(where: { $0.applies(at: input.stage) }) else { return id }
    let others = input.policy.stages.filter { stage in rules.contains { $0.applies(at: stage) } }
    throw UnknownTopic(text, .notAsked(stage: input.stage, others: others))
  }
}

/// That nothing can be explained under a name.
package struct UnknownTopic: Error, Hashable, Sendable {
  /// What is wrong with a name.
  package enum Kind: Hashable, Sendable {
    case notKnown(suggestion: String?)
    /// A line of the policy on which no rule begins.
    case noRuleAtLine(suggestion: String)
    /// Other stages ask it.
    case notAsked(stage: String, others: [String])
  }

  /// What was written.
  package var text: String
  /// What is wrong with it.
  package var kind: Kind

  init(_ text: String, _ kind: Kind) {
    self.text = text
    self.kind = kind
  }
}

extension UnknownTopic: CustomStringConvertible {
  /// One lower-case sentence without a full stop: what was found, what was expected.
  package var description: String {
    switch kind {
    case .notKnown(let suggestion?):
      "there is no gate, rule, metric or file '\(text)', did you mean '\(suggestion)'?"
    case .notKnown(nil):
      "there is no gate, rule, metric or file '\(text)': name a gate, GATE/METRIC, the line of a "
        + "rule such as policy.json:12, a metric, or a file of the repository"
    case .noRuleAtLine(let suggestion):
      "no rule begins at \(text), did you mean '\(suggestion)'?"
    case .notAsked(let stage, let others):
      "nothing of '\(text)' is asked at stage '\(stage)'"
        + (others.isEmpty ? "" : ", try --stage \(others.joined(separator: " or "))")
    }
  }
}
