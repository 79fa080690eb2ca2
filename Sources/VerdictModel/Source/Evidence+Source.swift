extension Evidence {
  /// Whether it is known of any finding what stands there in the source, and not only what a report
  /// quotes.
  package var hasSourceContexts: Bool {
    parts.contains { part in
      part.content.findings?.findings.contains { $0.context.following != 0 } == true
    }
  }

  /// The same with what stands at each finding in the source, where that can be read. Of redacted
  /// findings nothing is looked at.
  ///
  /// - Parameter source: The text of a file of the repository; `nil` if it cannot be read. Asked
  ///   once for each file of a part.
  package func addingSourceContexts(_ source: (_ path: String) -> SourceText?) -> Self {
    Self(
      parts: parts.map { part in
        var part = part
        part.content.findings?.addSourceContexts(source)
        return part
      })
  }
}

extension FindingsReport {
  fileprivate mutating func addSourceContexts(_ source: (String) -> SourceText?) {
    var last: (path: String, text: SourceText?)?
    for index in findings.indices where !findings[index].isRedacted {
      guard let location = findings[index].location, let line = location.line,
        location.path.isRepositoryPath
      else { continue }
      if last?.path != location.path { last = (location.path, source(location.path)) }
      guard let text = last?.text else { continue }
      findings[index].context = text.context(ofLine: line)
    }
  }
}

extension Finding {
  /// What stands at the finding: in the source, or else in the text that the report quotes.
  package var knownContext: SourceContext {
    context == .unknown ? SourceText.context(ofSnippet: snippet) : context
  }
}
