import Testing

@testable import VerdictPolicy

@Suite struct MessageShapeTests {
  @Test(arguments: [
    ("line too long (101 > 88)", "line too long (# > #)"),
    ("redefinition of 'x' from line 12.", "redefinition of 'x' from line #."),
    ("at 12: bad", "at #: bad"),
    ("object at 0x7f3a12b4c9d0 leaks", "object at # leaks"),
    ("digest 9f3c2ab1d4e5f607 differs", "digest # differs"),
    ("cannot read /tmp/build.1234/x.py", "cannot read #"),
    ("12", "#"),
  ])
  func leavesOutWhatIsMeasured(message: String, shape: String) {
    #expect(MessageShape.shape(of: message) == shape)
  }

  @Test(arguments: [
    "CVE-2025-1234 in h2 0.3.26", "lodash 4.17.20", "use f-strings", "E501", "a/b", "and/or",
    "deadbeefcafe", "", "utf-8", "sha256", "/", "x1",
  ])
  func keepsNames(message: String) {
    #expect(MessageShape.shape(of: message) == nil)
  }
}
