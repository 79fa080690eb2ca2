import ArgumentParser

/// The values of `--output` of commands that print one text.
enum TextForm: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case text
  case json
}
