/// Which texts are accepted.
enum JSONDialect {
  /// RFC 8259 to the letter, as programs write it.
  case strict
  /// With `//` and `/* */` comments and trailing commas, as people write it (JSONC).
  case commented
}
