/// The file names of a unified diff: quoting and prefixes.
enum DiffNames {
  /// What `---` and `+++` say instead of a name when there is no file on that side.
  static let none = "/dev/null"

  /// One name as a header line has it: C-quoted, or bare up to a tab (after which other tools than
  /// git write a time).
  ///
  /// - Returns: `nil` for a quoted name that is not well formed.
  static func name(_ text: Substring) -> String? {
    if text.hasPrefix("\"") { return unquote(text)?.name }
    return String(text.prefix { $0 != "\t" })
  }

  /// The names of a `diff --git` line, which puts both on one line without saying where the first
  /// one ends. Only names that are equal but for their prefixes can be told apart; git writes any
  /// others on lines of their own.
  ///
  /// - Parameter text: What follows `diff --git `.
  static func pair(_ text: Substring) -> (old: String, new: String)? {
    if text.hasPrefix("\"") || text.hasSuffix("\"") { return quotedPair(text) }
    let blanks = text.utf8.indices.filter { text.utf8[$0] == UInt8(ascii: " ") }
    for blank in blanks {
      let old = text[..<blank]
      let new = text[text.utf8.index(after: blank)...]
      if old == new || hasEqualTail(old, new) { return (String(old), String(new)) }
    }
    // A single blank leaves no doubt about where the first name ends.
    guard blanks.count == 1, let blank = blanks.first else { return nil }
    return (String(text[..<blank]), String(text[text.utf8.index(after: blank)...]))
  }

  /// Takes the prefixes off the two names of one file.
  ///
  /// Equal names have none (`--no-prefix`). Names that are equal without their first part lose it:
  /// that is git's `a/` and `b/`, its mnemonic `i/`, `w/`, `c/`, `o/`, and the directories of
  /// `diff -ru old new`. Others lose git's prefixes if both sides have one.
  static func withoutPrefixes(old: String, new: String) -> (old: String, new: String) {
    if old == none { return (old, withoutKnownPrefix(new)) }
    if new == none { return (withoutKnownPrefix(old), new) }
    if old == new { return (old, new) }
    if hasEqualTail(old[...], new[...]) { return (tail(old), tail(new)) }
    let bothPrefixed = hasKnownPrefix(old) && hasKnownPrefix(new) && old.first != new.first
    return bothPrefixed ? (tail(old), tail(new)) : (old, new)
  }

  private static func hasEqualTail(_ left: Substring, _ right: Substring) -> Bool {
    guard let left = tail(left), let right = tail(right) else { return false }
    return !left.isEmpty && left.utf8.count == right.utf8.count && left == right
  }

  private static func tail(_ name: String) -> String {
    tail(name[...]).map(String.init) ?? name
  }

  /// Everything after the first `/`; `nil` if there is none. In bytes, as all of this is: a
  /// character could hide a `/` under a combining mark.
  private static func tail(_ name: Substring) -> Substring? {
    guard let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    return name[name.utf8.index(after: slash)...]
  }

  private static func hasKnownPrefix(_ name: String) -> Bool {
    let start = Array(name.utf8.prefix(3))
    return start.count == 3 && "abciow12".utf8.contains(start[0]) && start[1] == UInt8(ascii: "/")
  }

  private static func withoutKnownPrefix(_ name: String) -> String {
    hasKnownPrefix(name) ? tail(name) : name
  }

  private static func quotedPair(_ text: Substring) -> (old: String, new: String)? {
    if text.hasPrefix("\"") {
      guard let (old, rest) = unquote(text), rest.hasPrefix(" ") else { return nil }
      let second = rest.dropFirst()
      guard let new = second.hasPrefix("\"") ? unquote(second)?.name : String(second) else {
        return nil
      }
      return (old, new)
    }
    guard let quote = text.firstIndex(of: "\""), text[..<quote].hasSuffix(" "),
      let new = unquote(text[quote...])?.name
    else { return nil }
    return (String(text[..<quote].dropLast()), new)
  }

  /// Undoes git's C-style quoting (`core.quotePath`): `\a \b \t \n \v \f \r \" \\` and three octal
  /// digits for a byte.
  private static func unquote(_ text: Substring) -> (name: String, rest: Substring)? {
    let escapes: [UInt8: UInt8] = [
      UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "t"): 0x09,
      UInt8(ascii: "n"): 0x0A, UInt8(ascii: "v"): 0x0B, UInt8(ascii: "f"): 0x0C,
      UInt8(ascii: "r"): 0x0D, UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C,
    ]
    let bytes = text.utf8
    var name: [UInt8] = []
    var index = bytes.index(after: bytes.startIndex)
    while index < bytes.endIndex {
      let byte = bytes[index]
      index = bytes.index(after: index)
      if byte == UInt8(ascii: "\"") {
        return (String(decoding: name, as: UTF8.self), text[index...])
      }
      guard byte == UInt8(ascii: "\\") else {
        name.append(byte)
        continue
      }
      guard index < bytes.endIndex else { return nil }
      if let escaped = escapes[bytes[index]] {
        name.append(escaped)
        index = bytes.index(after: index)
      } else {
        let digits = text[index...].prefix(3)
        guard digits.utf8.count == 3, let value = UInt8(digits, radix: 8) else { return nil }
        name.append(value)
        index = digits.endIndex
      }
    }
    return nil
  }
}
