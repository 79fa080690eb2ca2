import Testing

@testable import VerdictModel

@Suite struct UnifiedDiffTests {
  @Test func readsAModifiedFile() throws {
    let change = try ChangeSet(
      parsing: """
        diff --git a/src/book.rs b/src/book.rs
        index 1111111..2222222 100644
        --- a/src/book.rs
        +++ b/src/book.rs
        @@ -1,4 +1,5 @@ fn main() {
         one
        -two
        +TWO
        +two and a half
         three
         four
        @@ -20,0 +22,2 @@
        +x
        +y

        """, origin: "here")
    #expect(
      change
        == ChangeSet(
          origin: "here",
          files: [
            ChangedFile(
              path: "src/book.rs", kind: .modified,
              added: LineRanges(ranges: [2...3, 22...23]), deleted: LineRanges([2]))
          ]))
  }

  @Test func nothingIsAnEmptyChange() throws {
    #expect(try ChangeSet(parsing: "", origin: "x").files.isEmpty)
  }

  @Test func countsLinesWithoutContext() throws {
    let file = try only(
      """
      diff --git a/a b/a
      index 1111111..2222222 100644
      --- a/a
      +++ b/a
      @@ -1 +0,0 @@
      -gone
      @@ -5,2 +4 @@
      -five
      -six
      +four
      """)
    #expect(file.added == LineRanges([4]))
    #expect(file.deleted == LineRanges([1, 5, 6]))
    #expect(file.kind == .modified)
  }

  @Test(arguments: [
    ("a/", "b/"), ("", ""), ("i/", "w/"), ("c/", "i/"), ("c/", "w/"), ("o/", "w/"),
    ("1/", "2/"), ("old/", "new/"),
  ])
  func takesPrefixesOff(old: String, new: String) throws {
    let file = try only(
      """
      diff --git \(old)b/my file.c \(new)b/my file.c
      index 1111111..2222222 100644
      --- \(old)b/my file.c\t
      +++ \(new)b/my file.c\t
      @@ -0,0 +1 @@
      +x
      """)
    #expect(file.path == "b/my file.c")
  }

  @Test(arguments: [("a/", "b/"), ("", ""), ("i/", "w/"), ("left/", "right/")])
  func readsNewAndDeletedFiles(old: String, new: String) throws {
    let change = try ChangeSet(
      parsing: """
        diff --git \(old)b/new \(new)b/new
        new file mode 100644
        index 0000000..2222222
        --- /dev/null
        +++ \(new)b/new
        @@ -0,0 +1,2 @@
        +x
        +y
        \\ No newline at end of file
        diff --git \(old)b/old \(new)b/old
        deleted file mode 100644
        index 2222222..0000000
        --- \(old)b/old
        +++ /dev/null
        @@ -1 +0,0 @@
        -x
        """, origin: "")
    #expect(
      change.files == [
        ChangedFile(
          path: "b/new", kind: .added, added: LineRanges(ranges: [1...2]), deleted: .none),
        ChangedFile(path: "b/old", kind: .deleted, added: .none, deleted: LineRanges([1])),
      ])
    #expect(change.file(at: "b/old") == nil)
  }

  @Test func readsFilesWithoutHunks() throws {
    let change = try ChangeSet(
      parsing: """
        diff --git a/empty b/empty
        new file mode 100644
        index 0000000..e69de29
        diff --git a/gone b/gone
        deleted file mode 100644
        index e69de29..0000000
        diff --git a/image.png b/image.png
        index 1111111..2222222 100644
        Binary files a/image.png and b/image.png differ
        diff --git a/patch.bin b/patch.bin
        index 1111111..2222222 100644
        GIT binary patch
        literal 3
        Kcmb<^Ol9Qe3IG5A

        literal 3
        Kcmb<^Ol9Qe3IG5A

        diff --git a/old name b/new name
        similarity index 100%
        rename from old name
        rename to new name
        diff --git a/run.sh b/run.sh
        old mode 100644
        new mode 100755
        diff --git a/seed b/twin
        similarity index 100%
        copy from seed
        copy to twin

        """, origin: "")
    #expect(change.files.allSatisfy { $0.added.isEmpty && $0.deleted.isEmpty })
    #expect(
      change.files.map { "\($0.kind) \($0.path) \($0.oldPath ?? "")" } == [
        "added empty ", "deleted gone ", "modified image.png ", "renamed new name old name",
        "modified patch.bin ", "modified run.sh ", "added twin ",
      ])
  }

  @Test func readsARenameWithChanges() throws {
    let file = try only(
      """
      diff --git a/lib/a.c b/src/b.c
      similarity index 90%
      rename from lib/a.c
      rename to src/b.c
      index 1111111..2222222 100644
      --- a/lib/a.c
      +++ b/src/b.c
      @@ -3 +3 @@
      -x
      +y
      """)
    #expect(
      file
        == ChangedFile(
          path: "src/b.c", oldPath: "lib/a.c", kind: .renamed, added: LineRanges([3]),
          deleted: LineRanges([3])))
  }

  @Test func readsQuotedPaths() throws {
    let file = try only(
      #"""
      diff --git "a/\303\244 \"x\"\t\\.c" "b/\303\244 \"x\"\t\\.c"
      index 1111111..2222222 100644
      --- "a/\303\244 \"x\"\t\\.c"
      +++ "b/\303\244 \"x\"\t\\.c"
      @@ -1 +1 @@
      -x
      +y
      """#)
    #expect(file.path == "ä \"x\"\t\\.c")
  }

  @Test func readsAQuotedRename() throws {
    let file = try only(
      #"""
      diff --git a/plain "b/\303\244"
      similarity index 100%
      rename from plain
      rename to "\303\244"
      """#)
    #expect(file.path == "ä")
    #expect(file.oldPath == "plain")
  }

  @Test func readsCarriageReturns() throws {
    let text =
      "diff --git a/x b/x\r\nindex 1111111..2222222 100644\r\n--- a/x\r\n+++ b/x\r\n"
      + "@@ -1,3 +1,3 @@\r\n a\r\n-b\r\n+c\r\n\r\n"
    let file = try only(text)
    #expect(file.path == "x")
    #expect(file.added == LineRanges([2]))
  }

  @Test func readsAByteOrderMark() throws {
    let change = try ChangeSet(
      parsing: "\u{FEFF}diff --git a/x b/x\nold mode 100644\nnew mode 100755\n", origin: "")
    #expect(change.files.map(\.path) == ["x"])
  }

  @Test func readsPlainDiff() throws {
    let change = try ChangeSet(
      parsing: """
        diff -ruN old/src/a b.c new/src/a b.c
        --- old/src/a b.c\t2024-01-01 00:00:00.000000000 +0000
        +++ new/src/a b.c\t2024-01-02 00:00:00.000000000 +0000
        @@ -1 +1 @@
        -x
        +y
        Binary files old/logo.png and new/logo.png differ
        diff -ruN old/z new/z
        --- old/z\t2024-01-01
        +++ new/z\t2024-01-02
        @@ -0,0 +1 @@
        +z
        """, origin: "")
    #expect(change.files.map(\.path) == ["logo.png", "src/a b.c", "z"])
    #expect(change.files.map(\.kind) == [.modified, .modified, .modified])
  }

  @Test func readsPlainDiffOfTwoNames() throws {
    #expect(try only("--- old.c\n+++ new.c\n@@ -1 +1 @@\n-x\n+y\n").path == "new.c")
  }

  @Test func skipsACommitMessageAndASignature() throws {
    let file = try only(
      """
      From 1234567 Mon Sep 17 00:00:00 2001
      Subject: [PATCH] --- everything

      --- not a header
      ---
       x | 1 +

      diff --git a/x b/x
      index 1111111..2222222 100644
      --- a/x
      +++ b/x
      @@ -0,0 +1 @@
      +-- 
      -- 
      2.39.5

      """)
    #expect(file.added == LineRanges([1]))
  }

  @Test func unitesAChangeOfType() throws {
    let file = try only(
      """
      diff --git a/x b/x
      deleted file mode 120000
      index 1111111..0000000
      --- a/x
      +++ /dev/null
      @@ -1 +0,0 @@
      -target
      \\ No newline at end of file
      diff --git a/x b/x
      new file mode 100644
      index 0000000..2222222
      --- /dev/null
      +++ b/x
      @@ -0,0 +1 @@
      +text
      """)
    #expect(
      file
        == ChangedFile(path: "x", kind: .modified, added: LineRanges([1]), deleted: LineRanges([1]))
    )
  }

  @Test func linesThatLookLikeHeadersAreContent() throws {
    let file = try only(
      """
      --- a/x
      +++ b/x
      @@ -1,2 +1,2 @@
      --- a/y
      -diff
      +++ b/y
      +@@ -1 +1 @@
      """)
    #expect(file.path == "x")
    #expect(file.added == LineRanges(ranges: [1...2]))
    #expect(file.deleted.count == 2)
  }

  @Test func hugeLineNumbersAreNoTrap() throws {
    let file = try only(
      """
      --- a/x
      +++ b/x
      @@ -1 +99999999999999999999999,2 @@
      -x
      +y
      +z
      """)
    #expect(file.added == LineRanges([4_294_967_295]))
  }

  private func only(_ text: String) throws -> ChangedFile {
    let change = try ChangeSet(parsing: text, origin: "")
    return try #require(change.files.count == 1 ? change.files.first : nil)
  }
}
