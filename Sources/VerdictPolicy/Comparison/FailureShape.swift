import VerdictModel

extension TestResult {
  /// Whether it says something else of its failure than another run of the test did. Silence is
  /// something else than words.
  func failsDifferently(from before: TestResult) -> Bool {
    FailureShape(details) != FailureShape(before.details)
  }
}

/// What a test says when it fails, without what differs from run to run.
///
/// Numbers, also within words, words of at least four hexadecimal digits with a number among them
/// and absolute paths are taken for measures, addresses, times and temporary files: all of them are
/// `#`. Only the beginning is looked at, which is all that a baseline keeps.
struct FailureShape: Hashable {
  private let type: String
  private let message: [UInt8]

  init(_ details: TestDetails?) {
    let gist = details?.gist
    type = gist?.type ?? ""
    var shape: [UInt8] = []
    for word in (gist?.message ?? "").utf8.split(
      omittingEmptySubsequences: false, whereSeparator: { $0.isBreak })
    {
      // One sign stands for any break: only words are compared.
      shape.append(UInt8(ascii: " "))
      if word.first == UInt8(ascii: "/"), word.dropFirst().contains(UInt8(ascii: "/")) {
        shape.append(UInt8(ascii: "#"))
      } else {
        Self.append(word, to: &shape)
      }
    }
    message = shape
  }

  private static func append(_ word: Substring.UTF8View, to shape: inout [UInt8]) {
    var rest = word[...]
    while let first = rest.first {
      let part = rest.prefix { $0.isLetterOrDigit == first.isLetterOrDigit }
      rest = rest[part.endIndex...]
      let digits = part.starts(with: "0x".utf8) ? part.dropFirst(2) : part
      if part.count >= 4, digits.allSatisfy(\.isHexDigit), part.contains(where: \.isDigit) {
        shape.append(UInt8(ascii: "#"))
        continue
      }
      for byte in part where !(byte.isDigit && shape.last == UInt8(ascii: "#")) {
        shape.append(byte.isDigit ? UInt8(ascii: "#") : byte)
      }
    }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

  fileprivate var isHexDigit: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }

  fileprivate var isLetterOrDigit: Bool {
    isDigit || (0x61...0x7A).contains(self | 0x20) || self >= 0x80
  }

  /// What stands between words.
  fileprivate var isBreak: Bool { " \t()[]{}<>'\"`,;=".utf8.contains(self) }
}
