import Testing
import VerdictModel

@testable import VerdictReports

@Suite("Report paths become repository paths")
struct PathResolverTests {
  static let files = KnownFiles([
    "README.md", "shop/orders/book.py", "shop/risk/limits.py", "lib/a/util.py", "lib/b/util.py",
    "src/Numbers/Prime.cs",
  ])

  typealias Case = (
    path: String, roots: [String], strip: String, answer: PathResolver.Resolution
  )

  static let known: [Case] = [
    ("shop/orders/book.py", [], "", .resolved("shop/orders/book.py")),
    ("./shop/risk/../orders/book.py", [], "", .resolved("shop/orders/book.py")),
    ("/build/shop/shop/orders/book.py", [], "", .resolved("shop/orders/book.py")),
    ("file:///build/shop/shop/orders/book.py", [], "", .resolved("shop/orders/book.py")),
    ("orders/book.py", ["/build/shop/shop"], "", .resolved("shop/orders/book.py")),
    ("orders/book.py", [], "", .resolved("shop/orders/book.py")),
    (#"D:\Build\src\Numbers\Prime.cs"#, [], "", .resolved("src/Numbers/Prime.cs")),
    ("/_/src/Numbers/Prime.cs", [], "", .resolved("src/Numbers/Prime.cs")),
    ("util.py", ["lib/a"], "", .resolved("lib/a/util.py")),
    (
      "util.py", ["lib/a", "lib/b"], "",
      .ambiguous("util.py", ["lib/a/util.py", "lib/b/util.py"])
    ),
    (
      "util.py", ["/build/lib/a", "/build/lib/b"], "",
      .ambiguous("util.py", ["lib/a/util.py", "lib/b/util.py"])
    ),
    ("util.py", ["/build/lib/a", "/build/lib/c"], "", .resolved("lib/a/util.py")),
    ("util.py", [], "", .ambiguous("util.py", ["lib/a/util.py", "lib/b/util.py"])),
    ("/usr/include/c++/12/vector", [], "", .unresolved("/usr/include/c++/12/vector")),
    ("/build/shop/gone.py", [], "/build/shop", .unresolved("gone.py")),
    ("/elsewhere/README.md", [], "", .resolved("README.md")),
    (
      "https://raw.githubusercontent.com/o/r/0b261ef/src/Numbers/Prime.cs", [], "",
      .resolved("src/Numbers/Prime.cs")
    ),
    ("https://example.org/a/../gone.cs", [], "", .unresolved("https://example.org/gone.cs")),
    (#".\shop\risk\limits.py"#, [], "", .resolved("shop/risk/limits.py")),
    (#"D:\_work\1\s\gone.cs"#, [], "", .unresolved("D:/_work/1/s/gone.cs")),
    ("orders/book.py", ["--source", "$GOMODCACHE", "shop"], "", .resolved("shop/orders/book.py")),
    ("shop/orders/book.py", [".", "altcover/Sample1"], "", .resolved("shop/orders/book.py")),
    ("-", [], "", .unresolved("-")),
  ]

  @Test("where the repository's files are known", arguments: known)
  func knownFiles(_ example: Case) {
    let resolver = PathResolver(strip: example.strip, repositoryFiles: Self.files)
    #expect(resolver.resolve(example.path, roots: example.roots) == example.answer)
  }

  static let unknown: [Case] = [
    ("shop/orders/book.py", ["/build/shop"], "", .resolved("shop/orders/book.py")),
    ("/build/shop/orders/book.py", [], "/build/", .resolved("shop/orders/book.py")),
    ("orders/book.py", ["/build/shop/shop"], "/build/shop/", .resolved("shop/orders/book.py")),
    ("./a/./b.py", [], "", .resolved("a/b.py")),
    ("../../b.py", [], "", .resolved("../../b.py")),
  ]

  @Test("where nothing is known but the policy's word", arguments: unknown)
  func unknownFiles(_ example: Case) {
    let resolver = PathResolver(strip: example.strip, repositoryFiles: nil)
    #expect(resolver.resolve(example.path, roots: example.roots) == example.answer)
  }

  @Test("what cannot be resolved is counted")
  func notices() {
    let lines = LineTable(entries: [(number: 1, count: 1)])
    var report = Report(
      format: "lcov",
      content: .coverage(
        CoverageReport(
          files: ["/usr/a.h", "/usr/b.h", "shop/orders/book.py"].map {
            FileCoverage(path: $0, lines: lines, branches: .empty)
          })))
    report.resolvePaths(with: PathResolver(strip: "", repositoryFiles: Self.files))
    #expect(
      report.notices == [
        Notice("2 of 3 paths are no files of the repository, such as '/usr/a.h'")
      ])
  }
}
