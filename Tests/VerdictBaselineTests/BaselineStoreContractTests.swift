import Files
import TestSupport
import Testing
import VerdictBaseline
import VerdictModel

/// How a test gets at the storage behind a registered store.
struct StoreAccess: Sendable {
  var id: String
  var location: String
  /// Puts bytes where the store keeps its baseline.
  var plant: @Sendable (_ bytes: [UInt8], _ directory: TemporaryDirectory) throws -> Void
  /// Begins to replace the baseline, and stops in the middle.
  var interrupt: @Sendable (_ bytes: [UInt8], _ directory: TemporaryDirectory) throws -> Void

  static let all = [
    StoreAccess(
      id: "file", location: "deep/in/baseline.json",
      plant: { bytes, directory in
        try AtomicWriter.replace(directory.path + "/deep/in/baseline.json", with: bytes)
      },
      interrupt: { bytes, directory in
        var writer = try AtomicWriter(replacing: directory.path + "/deep/in/baseline.json")
        try writer.append(Array(bytes.prefix(bytes.count / 2)))
      })
  ]
}

/// What every registered store must do. A new store needs a line in `StoreAccess.all`.
@Suite struct BaselineStoreContractTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func store(_ access: StoreAccess) throws -> any BaselineStore {
    try BaselineStores.store(named: "\(access.id):\(access.location)", in: directory.path)
  }

  @Test func everyRegisteredStoreIsTested() {
    #expect(StoreAccess.all.map(\.id) == BaselineStores.all.map(\.id))
    #expect(Set(BaselineStores.all.map(\.id)).count == BaselineStores.all.count)
    #expect(BaselineStores.all.allSatisfy { $0.example.hasPrefix($0.id + ":") })
  }

  @Test(arguments: StoreAccess.all)
  func nothingSavedYetIsNil(access: StoreAccess) throws {
    #expect(try store(access).load() == nil)
  }

  @Test(arguments: StoreAccess.all)
  func whatIsSavedIsLoaded(access: StoreAccess) throws {
    try store(access).save(.sample)
    #expect(try store(access).load() == .sample)
  }

  @Test(arguments: StoreAccess.all)
  func aNewerVersionIsRefused(access: StoreAccess) throws {
    try access.plant(Array("{\"schema\": \"verdict-baseline/2\", \"new\": 1}".utf8), directory)
    let store = try store(access)
    let error = #expect(throws: BaselineError.self) { try store.load() }
    #expect(
      error?.description
        == "was written by a newer verdict (format 2), this one reads format 1: update verdict or "
        + "save the baseline again")
    try store.save(.sample)
    #expect(try store.load() == .sample)
  }

  @Test(arguments: StoreAccess.all)
  func anInterruptedWriteLeavesTheOldOne(access: StoreAccess) throws {
    let store = try store(access)
    try store.save(.sample)
    try access.interrupt(try BaselineFormat.write(Self.other), directory)
    #expect(try store.load() == .sample)
  }

  @Test(arguments: StoreAccess.all)
  func theLastOfTwoWritersIsLoadedWhole(access: StoreAccess) throws {
    try store(access).save(.sample)
    try store(access).save(Self.other)
    #expect(try store(access).load() == Self.other)
    try store(access).save(.sample)
    #expect(try store(access).load() == .sample)
  }

  @Test(arguments: StoreAccess.all)
  func writersAtTheSameTimeLeaveOneWhole(access: StoreAccess) async throws {
    let store = try store(access)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<10 {
        group.addTask { try store.save(number.isMultiple(of: 2) ? .sample : Self.other) }
      }
      try await group.waitForAll()
    }
    let loaded = try store.load()
    #expect(loaded == .sample || loaded == Self.other)
  }

  /// No part of a baseline may pass for a baseline.
  @Test(arguments: StoreAccess.all)
  func aTruncatedBaselineIsAnError(access: StoreAccess) throws {
    let whole = try BaselineFormat.write(.sample)
    let store = try store(access)
    for length in stride(from: 0, to: whole.count - 2, by: 7) {
      try access.plant(Array(whole.prefix(length)), directory)
      #expect(throws: BaselineError.self) { try store.load() }
    }
  }

  private static let other = Baseline(
    reference: BaselineReference(commit: nil, distance: nil, saved: "2026-02-02T00:00:00Z"),
    evidence: .empty)
}
