import Testing
import VerdictModel

@Suite struct DiffErrorTests {
  private static let header = "--- a/x\n+++ b/x\n"

  static let damaged: [(String, String)] = [
    (
      "hello\nworld\n",
      "2: no file header found, expected a unified diff such as 'git diff' prints"
    ),
    ("\n", "1: no file header found, expected a unified diff such as 'git diff' prints"),
    (header + "@@ -1,2 +1,2 @@\n x\n", "4: the hunk ends too early, 1 more line expected"),
    (
      header + "@@ -1,9 +1 @@\n-x\n@@ -20 +20 @@\n",
      "5: the hunk ends too early, 8 more lines expected"
    ),
    (
      header + "@@ -1,2 +1,2 @@\n-x\n*y\n",
      "5: found '*y' inside a hunk, expected a line that begins with a blank, '+' or '-'"
    ),
    (
      header + "@@ -1 +1,2 @@\n-x\n-y\n",
      "5: found '-y' inside a hunk, expected a line that begins with a blank, '+' or '-'"
    ),
    (
      header + "@@ -1 +1 @@\n-x\n+y\ngarbage\u{7}\n",
      "6: found 'garbage', expected a hunk or the header of a file"
    ),
    (
      header + "@@ -1 +1 @@\n-x\n+y\n+z\n",
      "6: found '+z', expected a hunk or the header of a file"
    ),
    (
      header + "@@ -a +1 @@\n",
      "3: cannot read '@@ -a +1 @@', expected a hunk header such as '@@ -1,2 +1,3 @@'"
    ),
    (
      header + "@@ -1 +0,1 @@\n",
      "3: cannot read '@@ -1 +0,1 @@', expected a hunk header such as '@@ -1,2 +1,3 @@'"
    ),
    ("@@ -1 +1 @@\n-x\n+y\n", "1: a hunk stands before any file header"),
    (
      "diff --git a/x b/x\nindex 1..2\n--- a/x\n@@ -1 +1 @@\n",
      "4: a '---' line must be followed by a '+++' line"
    ),
    (
      "diff --git a/x b/x\nindex 1..2\n--- a/x\n",
      "3: a '---' line must be followed by a '+++' line"
    ),
    ("--- \"a/x\n+++ b/x\n", "1: cannot read the quoted path \"a/x"),
    ("--- a/x\n+++ \"b/\\9\"\n", "2: cannot read the quoted path \"b/\\9\""),
    (
      "diff --git a/x b/x\nindex 1111111..2222222 100644\n",
      "1: nothing follows the header of 'x', expected a hunk"
    ),
    ("diff --git a/x b/x\n", "1: nothing follows the header of 'x', expected a hunk"),
    (
      "diff --git a/x b/x\nnew file mode 100644\nindex 0000000..2222222\n",
      "1: nothing follows the header of 'x', expected a hunk"
    ),
    (header, "1: nothing follows the header of 'x', expected a hunk"),
    (
      "diff --git a/a b c/d e\nold mode 100644\nnew mode 100755\n",
      "1: cannot tell which file 'diff --git a/a b c/d e' names"
    ),
    (
      header + "@@ -1 +1 @@\n-x\n+y\n" + header + "@@ -1 +1 @@\n-x\n+y\n",
      "6: 'x' is there twice, expected one diff and not a series of patches"
    ),
    (
      "diff --cc x\nindex 1,2..3\n--- a/x\n+++ b/x\n@@@ -1,1 -1,1 +1,1 @@@\n",
      "1: a combined diff has no single old side, expected the output of 'git diff A B'"
    ),
    (
      "diff --combined x\n",
      "1: a combined diff has no single old side, expected the output of 'git diff A B'"
    ),
    ("* Unmerged path x\n", "1: a path with an unsettled merge conflict"),
    (
      "Only in new: x.c\n",
      "1: a file that only one tree has, without its lines: make the diff with 'diff -ruN'"
    ),
    (
      header + "@@ -1 +1 @@\n-x\n+y\n" + String(repeating: "g", count: 70) + "\n",
      "6: found '\(String(repeating: "g", count: 60))…', expected a hunk or the header of a file"
    ),
    (
      header + "@@ -1 +1,99999999999999999999999 @@\n-x\n+y\n",
      "5: the hunk ends too early, 4294967294 more lines expected"
    ),
  ]

  @Test(arguments: damaged)
  func saysWhatIsWrong(text: String, words: String) throws {
    let error = #expect(throws: DiffError.self) { try ChangeSet(parsing: text, origin: "") }
    #expect(error?.description == words)
  }

  /// Cutting a diff at any line must never give a change that looks whole but lost a file's lines.
  @Test func everyCutInsideAFileIsAnError() throws {
    let lines = [
      "diff --git a/x b/x", "index 1111111..2222222 100644", "--- a/x", "+++ b/x",
      "@@ -1 +1,2 @@", "-a", "+b", "+c",
    ]
    for count in 1..<lines.count {
      let text = lines.prefix(count).joined(separator: "\n")
      #expect(throws: DiffError.self) { try ChangeSet(parsing: text, origin: "") }
    }
    #expect(
      try ChangeSet(parsing: lines.joined(separator: "\n"), origin: "").files.first?.added.count
        == 2)
  }
}
