import VerdictModel

/// What another tool's file of accepted findings says of one of them.
struct ForeignWaiver {
  /// The finding's rule; `nil` if a package is accepted whatever is found in it.
  var rule: String?
  /// Path patterns of which one must fit; empty for any place.
  var paths: [String] = []
  /// A package's name, or its name and version, `h2@0.3.26`.
  var package: String?
  /// Empty if nobody said.
  var reason = ""
  /// The first moment at which the tool does not accept it any more, as a day; `nil` for ever.
  var until: Day?
  /// The 1-based line on which it stands.
  var line: Int
}
