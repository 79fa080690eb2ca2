/// The element and attribute names that a handler asks for, one case each.
///
/// Names are compared as pointers (libxml2 keeps one copy of each name), and in the order of the
/// cases: begin with the most frequent ones.
///
///     enum Word: Int, XMLVocabulary {
///       case line, number, hits, conditionCoverage
///       var spelling: String {
///         self == .conditionCoverage ? "condition-coverage" : String(describing: self)
///       }
///     }
@usableFromInline
package protocol XMLVocabulary: RawRepresentable<Int>, CaseIterable, Sendable {
  /// The name without a namespace prefix, as it stands in the file. By default the name of the
  /// case.
  var spelling: String { get }
}

extension XMLVocabulary {
  /// The name as it stands in documents: that of the case.
  package var spelling: String { String(describing: self) }
}
