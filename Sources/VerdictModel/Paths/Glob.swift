/// A path pattern as policies and CI files write them.
///
/// `*` any run of characters within a path part, `**` any number of whole parts, `?` one character,
/// `[a-z]` and `[!a-z]` one of a set, `{a,b}` alternatives. Matching is case-sensitive, covers the
/// whole path, and takes time linear in pattern × path: no pattern can make it slow.
package struct Glob: Hashable, Sendable {
  /// As written.
  package let pattern: String
  /// The brace alternatives, each cut into path parts.
  private let alternatives: [[[Character]]]

  /// The most alternatives that nested braces may multiply to.
  package static let maxAlternatives = 256

  /// Fits every path.
  package static let everything = Glob(pattern: "**", alternatives: [[["*", "*"]]])

  private init(pattern: String, alternatives: [[[Character]]]) {
    self.pattern = pattern
    self.alternatives = alternatives
  }

  /// - Returns: `nil` if the pattern is empty, braces or brackets do not pair up, or the braces
  ///   multiply to more than `maxAlternatives`.
  package init?(_ pattern: String) {
    guard !pattern.isEmpty, let expanded = Self.expandBraces(Array(pattern)) else { return nil }
    let parts = expanded.map { alternative in
      alternative.split(separator: "/", omittingEmptySubsequences: true)
        .map(Array.init).filter { $0 != ["."] }
    }
    guard parts.allSatisfy({ $0.allSatisfy(Self.hasPairedBrackets) }) else { return nil }
    self.pattern = pattern
    alternatives = parts
  }

  /// Whether the pattern has no wildcard, so that it names one path.
  package var isLiteral: Bool { !pattern.contains { "*?[{".contains($0) } }

  /// How particular the pattern is: the number of characters that are no wildcard. Of several
  /// patterns that match, the one with the largest number is the most specific.
  package var specificity: Int { pattern.count { !"*?[]{}".contains($0) } }

  /// The leading path parts without any wildcard, joined by `/`: where a search may begin.
  package var literalPrefix: String {
    if isLiteral { return pattern }
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
    return parts.prefix { !$0.contains { "*?[{".contains($0) } }.joined(separator: "/")
  }

  /// Made-up paths that fit, one for each alternative of braces.
  package var examples: [String] {
    alternatives.map { parts in
      parts.map { part in
        part == ["*", "*"] ? "any" : Self.tokenize(part).map(\.example).joined()
      }.joined(separator: "/")
    }
  }

  /// Whether the whole path fits.
  package func matches(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).map(Array.init)
    return alternatives.contains { Self.match($0, parts) }
  }

  /// Whether a path below a directory could match, so that a search need not enter the others.
  ///
  /// - Parameter directory: In the same form as the paths, such as `src/orders`.
  package func mayMatch(below directory: String) -> Bool {
    let parts = directory.split(separator: "/", omittingEmptySubsequences: true).map(Array.init)
    return alternatives.contains { pattern in
      let fixed = pattern.prefix { $0 != ["*", "*"] }
      guard fixed.count < pattern.count || parts.count < pattern.count else { return false }
      return zip(fixed, parts).allSatisfy { Self.matchPart($0, $1) }
    }
  }

  /// Walks pattern parts and path parts with one backtracking point for the last `**`.
  private static func match(_ pattern: [[Character]], _ path: [[Character]]) -> Bool {
    wildcardMatch(
      patternCount: pattern.count, textCount: path.count,
      isStar: { pattern[$0] == ["*", "*"] },
      fits: { matchPart(pattern[$0], path[$1]) })
  }

  /// The same walk within one part, with `*` for `**`.
  private static func matchPart(_ pattern: [Character], _ text: [Character]) -> Bool {
    let tokens = tokenize(pattern)
    return wildcardMatch(
      patternCount: tokens.count, textCount: text.count,
      isStar: { tokens[$0] == .anyRun },
      fits: { tokens[$0].fits(text[$1]) })
  }

  private static func wildcardMatch(
    patternCount: Int, textCount: Int, isStar: (Int) -> Bool, fits: (Int, Int) -> Bool
  ) -> Bool {
    var at = 0
    var text = 0
    var retry: (pattern: Int, text: Int)?
    while text < textCount {
      if at < patternCount, isStar(at) {
        retry = (at + 1, text)
        at += 1
      } else if at < patternCount, fits(at, text) {
        at += 1
        text += 1
      } else if let point = retry {
        retry = (point.pattern, point.text + 1)
        at = point.pattern
        text = point.text + 1
      } else {
        return false
      }
    }
    while at < patternCount, isStar(at) { at += 1 }
    return at == patternCount
  }

  private enum Token: Equatable {
    case anyRun
    case any
    case literal(Character)
    case oneOf([ClosedRange<Character>], negated: Bool)

    /// A text that fits, where any does.
    var example: String {
      switch self {
      case .anyRun: "any"
      case .any: "x"
      case .literal(let character): String(character)
      case .oneOf(let ranges, negated: false): ranges.first.map { String($0.lowerBound) } ?? "x"
      case .oneOf(_, negated: true): "xyz_".first(where: fits).map { String($0) } ?? "x"
      }
    }

    func fits(_ character: Character) -> Bool {
      switch self {
      case .anyRun, .any: true
      case .literal(let expected): expected == character
      case .oneOf(let ranges, let negated):
        ranges.contains { $0.contains(character) } != negated
      }
    }
  }

  private static func tokenize(_ part: [Character]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < part.count {
      switch part[index] {
      case "*":
        if tokens.last != .anyRun { tokens.append(.anyRun) }
      case "?": tokens.append(.any)
      case "[":
        let (token, end) = bracketToken(part, from: index)
        tokens.append(token)
        index = end
      default: tokens.append(.literal(part[index]))
      }
      index += 1
    }
    return tokens
  }

  private static func bracketToken(_ part: [Character], from start: Int) -> (Token, end: Int) {
    guard let end = part[(start + 1)...].firstIndex(of: "]") else {
      return (.literal("["), start)
    }
    var members = part[(start + 1)..<end]
    let negated = members.first == "!" || members.first == "^"
    if negated { members = members.dropFirst() }
    var ranges: [ClosedRange<Character>] = []
    var index = members.startIndex
    while index < members.endIndex {
      let low = members[index]
      if index + 2 < members.endIndex, members[index + 1] == "-", low <= members[index + 2] {
        ranges.append(low...members[index + 2])
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    return (.oneOf(ranges, negated: negated), end)
  }

  private static func hasPairedBrackets(_ part: [Character]) -> Bool {
    var open = false
    for character in part {
      if character == "[" && !open { open = true } else if character == "]" { open = false }
    }
    return !open
  }

  /// Expands the leftmost innermost braces until none are left, breadth first.
  private static func expandBraces(_ pattern: [Character]) -> [[Character]]? {
    var finished: [[Character]] = []
    var open: [[Character]] = [pattern]
    while let current = open.popLast() {
      guard let close = current.firstIndex(of: "}") else {
        guard !current.contains("{") else { return nil }
        finished.append(current)
        guard finished.count + open.count <= maxAlternatives else { return nil }
        continue
      }
      guard let start = current[..<close].lastIndex(of: "{") else { return nil }
      let choices = current[(start + 1)..<close]
        .split(separator: ",", omittingEmptySubsequences: false)
      guard open.count + choices.count <= maxAlternatives else { return nil }
      for choice in choices {
        open.append(Array(current[..<start]) + choice + current[(close + 1)...])
      }
    }
    return finished
  }
}
