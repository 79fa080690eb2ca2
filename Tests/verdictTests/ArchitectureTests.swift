import TestSupport
import Testing

/// The rules of the house, checked instead of remembered.
@Suite("Architecture")
struct ArchitectureTests {
  /// What each target may import: arrows go down only, the rooms do not know each other.
  static let allowed: [String: Set<String>] = [
    "VerdictModel": ["Memory"],
    "Memory": ["CMemory"],
    "Files": system,
    "Digest": ["Crypto", "Dispatch"],
    "XMLStream": ["CLibXML2", "Memory"],
    "LineStream": system,
    "JSONDocument": ["CSIMDJSON", "Memory"],
    "GzipStream": ["CZlib"],
    "YAMLDocument": ["CYAML"],
    "VerdictReports": [
      "VerdictModel", "XMLStream", "LineStream", "JSONDocument", "GzipStream", "Memory",
    ],
    "VerdictPolicy": ["VerdictModel", "JSONDocument", "Digest"],
    "VerdictRendering": foundation.union(["VerdictModel"]),
    "VerdictBaseline": foundation.union([
      "VerdictModel", "JSONDocument", "GzipStream", "Files",
    ]),
    "ForeignWaivers": ["VerdictModel", "JSONDocument", "YAMLDocument", "TOMLKit"],
    "verdict": foundation.union([
      "VerdictModel", "VerdictReports", "VerdictPolicy", "VerdictRendering", "VerdictBaseline",
      "ForeignWaivers", "Files", "Memory", "Digest", "JSONDocument", "ArgumentParser", "Subprocess",
      "Synchronization",
    ]),
    "VerdictMatchBench": system.union(["VerdictModel", "VerdictPolicy"]),
    "VerdictFuzz": system.union(["VerdictModel", "VerdictReports", "VerdictPolicy"]),
  ]
  static let foundation: Set<String> = ["FoundationEssentials", "Foundation"]
  static let system: Set<String> = ["Glibc", "Musl", "Darwin"]

  static let sources = TestFiles.files(below: "Sources", suffix: ".swift")

  @Test("targets import only what lies below them", arguments: allowed.keys.sorted())
  func imports(target: String) throws {
    let allowed = try #require(Self.allowed[target])
    for file in Self.sources where file.hasPrefix("Sources/\(target)/") {
      for line in try TestFiles.text(file).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index <= 1, index + 1 < words.count,
          words.first == "import" || ["package", "internal", "private"].contains(words[0])
        else { continue }
        let module = String(words[index + 1].prefix { $0 != "." })
        #expect(allowed.contains(module), "\(file) imports \(module)")
      }
    }
  }

  @Test("every target is under the rules")
  func targets() {
    let targets = Set(Self.sources.map { String($0.split(separator: "/")[1]) })
    #expect(targets == Set(Self.allowed.keys))
  }

  @Test(
    "deciding and showing do no I/O and take no time",
    arguments: [
      "VerdictModel", "VerdictPolicy", "VerdictRendering", "VerdictReports",
    ])
  func pure(target: String) throws {
    let forbidden = [
      "FileManager", "fopen(", "getenv", "ProcessInfo", "Date()", "async ", "await ",
      "print(",
    ]
    for file in Self.sources where file.hasPrefix("Sources/\(target)/") {
      for line in try Self.code(file) {
        for word in forbidden {
          #expect(!line.text.contains(word), "\(file):\(line.number) uses \(word)")
        }
      }
    }
  }

  @Test("C pointers stay in the cellar")
  func pointers() throws {
    let cellar = [
      "Sources/XMLStream/", "Sources/JSONDocument/", "Sources/GzipStream/", "Sources/LineStream/",
      "Sources/YAMLDocument/", "Sources/Files/", "Sources/Memory/",
      "Sources/VerdictFuzz/",  // libFuzzer calls it with a pointer.
    ]
    for file in Self.sources where !cellar.contains(where: file.hasPrefix) {
      for line in try Self.code(file) {
        #expect(
          !line.text.contains("Unsafe") && !line.text.contains("unsafe "),
          "\(file):\(line.number)")
      }
    }
  }

  @Test("every declaration that crosses a target says what it is")
  func documentation() throws {
    var undocumented: [String] = []
    for file in Self.sources {
      let lines = try TestFiles.text(file).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where Self.needsDocumentation(line) {
        let above = lines[..<index].last { !$0.drop { $0 == " " }.hasPrefix("@") }
        if above?.drop(while: { $0 == " " }).hasPrefix("///") != true {
          undocumented.append("\(file):\(index + 1)")
        }
      }
    }
    #expect(undocumented == [])
  }

  /// Whether a line declares something for other targets that does not explain itself: all but
  /// imports, extensions, memberwise initialisers, operators and `Hashable`'s and `String`'s parts.
  static func needsDocumentation(_ line: some StringProtocol) -> Bool {
    let words = line.split(separator: " ").drop { $0.hasPrefix("@") }
    guard words.first == "package" else { return false }
    let kinds: Set<Substring> = [
      "struct", "enum", "protocol", "class", "func", "var", "let", "typealias", "subscript",
    ]
    guard let kind = words.firstIndex(where: { kinds.contains(Substring($0)) }),
      kind + 1 < words.endIndex
    else { return false }
    let name = words[kind + 1].prefix { $0 != "(" && $0 != ":" }
    return !["<", "==", "+", "+=", "hash", "description"].contains(name)
  }

  @Test("files are small", arguments: sources)
  func size(file: String) throws {
    #expect(try TestFiles.text(file).split(separator: "\n").count <= 400)
  }

  /// The lines of a file that are no comments, with 1-based numbers.
  private static func code(_ file: String) throws -> [(number: Int, text: Substring)] {
    try TestFiles.text(file).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated().map { (number: $0.offset + 1, text: $0.element) }
      .filter { !$0.text.drop { $0 == " " }.hasPrefix("//") }
  }
}
