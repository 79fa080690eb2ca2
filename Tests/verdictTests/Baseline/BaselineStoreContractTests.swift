import Files
import TestSupport
import Testing
import VerdictBaseline
import VerdictModel

@testable import verdict

/// How a test gets at the storage behind a registered store.
struct StoreAccess: Sendable {
  var id: String
  var location: String
  /// Whether every entry is kept, and not only the last.
  var keepsAll: Bool
  /// Puts bytes where the store keeps the entry of the commit that is checked out.
  var plant: @Sendable (_ bytes: [UInt8], _ repository: TestRepository) async throws -> Void
  /// Begins to save an entry, and stops in the middle.
  var interrupt: @Sendable (_ bytes: [UInt8], _ repository: TestRepository) async throws -> Void

  static let all = [
    StoreAccess(
      id: "file", location: "deep/in/baseline.json", keepsAll: false,
      plant: { bytes, repository in
        try AtomicWriter.replace(repository.path + "/deep/in/baseline.json", with: bytes)
      },
      interrupt: { bytes, repository in
        var writer = try AtomicWriter(replacing: repository.path + "/deep/in/baseline.json")
        try writer.append(Array(bytes.prefix(bytes.count / 2)))
      }),
    StoreAccess(
      id: "git", location: "refs/notes/verdict", keepsAll: true,
      plant: { bytes, repository in
        try await note(bytes, under: "refs/notes/verdict", in: repository)
      },
      interrupt: { bytes, repository in
        // All is done but for the last step, by which the copy replaces the ref.
        let ref = "refs/notes/verdict"
        try await repository.git("update-ref", ref + "-copy", ref)
        try await note(Array(bytes.prefix(bytes.count / 2)), under: ref + "-copy", in: repository)
      }),
  ]

  private static func note(
    _ bytes: [UInt8], under ref: String, in repository: TestRepository
  ) async throws {
    try repository.write(String(decoding: bytes, as: UTF8.self), to: "note")
    let blob = try await repository.git("hash-object", "-w", "note")
    try await repository.git("notes", "--ref", ref, "add", "--force", "-C", blob, "HEAD")
  }
}

/// What every registered store must do. A new store needs a line in `StoreAccess.all`.
@Suite struct BaselineStoreContractTests {
  private let repository: TestRepository
  private let commit: String

  init() async throws {
    repository = try await TestRepository()
    try await repository.commit("measured")
    commit = try await repository.git("rev-parse", "HEAD")
  }

  private func store(_ access: StoreAccess) async throws -> any BaselineStore {
    let git = try await repository.open()
    return try BaselineStores.store(
      named: "\(access.id):\(access.location)",
      in: StorePlace(directory: repository.path) { GitNotes(git: git, ref: $0) })
  }

  /// The evidence of a run with so many tests, saved so many seconds after noon.
  private func baseline(_ number: Int) -> Baseline {
    let cases = (0..<number).map {
      TestCase(
        suite: "", className: "C", name: "t\($0)", outcome: .passed, duration: nil, details: nil)
    }
    return Baseline(
      reference: BaselineReference(
        commit: commit, distance: nil, saved: "2026-01-01T12:00:\(10 + number)Z"),
      evidence: Evidence(parts: [
        EvidencePart(
          id: "unit", sources: [EvidenceSource(file: "a.xml", format: "junit", notices: [])],
          gaps: [], content: EvidenceContent(tests: TestReport(cases: cases)))
      ]))
  }

  private func bytes(_ baseline: Baseline) throws -> [UInt8] {
    try BaselineFormat.write(baseline, isIndented: false)
  }

  @Test func everyRegisteredStoreIsTested() {
    #expect(StoreAccess.all.map(\.id) == BaselineStores.all.map(\.id))
    #expect(Set(BaselineStores.all.map(\.id)).count == BaselineStores.all.count)
    #expect(BaselineStores.all.allSatisfy { $0.example.hasPrefix($0.id + ":") })
  }

  @Test(arguments: StoreAccess.all)
  func nothingSavedYetIsNil(access: StoreAccess) async throws {
    #expect(try await store(access).load() == nil)
    #expect(try await store(access).entries().isEmpty)
  }

  @Test(arguments: StoreAccess.all)
  func whatIsSavedIsLoaded(access: StoreAccess) async throws {
    let store = try await store(access)
    try await store.save(baseline(3))
    #expect(try await store.load() == baseline(3))
    #expect(try await store.entries().map(\.baseline) == [baseline(3)])
    // The same once more changes nothing.
    try await store.save(baseline(3))
    #expect(try await store.entries().map(\.baseline) == [baseline(3)])
  }

  @Test(arguments: StoreAccess.all)
  func aNewerVersionIsRefused(access: StoreAccess) async throws {
    try await access.plant(
      Array("{\"schema\": \"verdict-baseline/3\", \"new\": 1}".utf8), repository)
    let store = try await store(access)
    let error = await #expect(throws: BaselineError.self) { try await store.load() }
    #expect(
      error?.description.hasSuffix(
        "was written by a newer verdict (format 3), this one reads formats up to 2: update "
          + "verdict or save the baseline again") == true)
  }

  @Test(arguments: StoreAccess.all)
  func anInterruptedWriteLeavesTheOldOne(access: StoreAccess) async throws {
    let store = try await store(access)
    try await store.save(baseline(1))
    try await access.interrupt(try bytes(baseline(2)), repository)
    #expect(try await store.load() == baseline(1))
    try await store.save(baseline(3))
    #expect(try await store.load() == baseline(3))
  }

  @Test(arguments: StoreAccess.all)
  func whatIsSavedLastIsLoaded(access: StoreAccess) async throws {
    let store = try await store(access)
    for number in [1, 2, 3] {
      try await store.save(baseline(number))
      #expect(try await store.load() == baseline(number))
    }
    #expect(
      try await store.entries().map(\.baseline)
        == (access.keepsAll ? [1, 2, 3] : [3]).map(baseline))
  }

  @Test(arguments: StoreAccess.all)
  func writersAtTheSameTimeLoseNothing(access: StoreAccess) async throws {
    let store = try await store(access)
    let numbers = Array(0..<8)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in numbers { group.addTask { try await store.save(baseline(number)) } }
      try await group.waitForAll()
    }
    let loaded = try #require(try await store.load())
    #expect(numbers.map(baseline).contains(loaded))
    let kept = try await store.entries().map(\.baseline)
    #expect(kept == (access.keepsAll ? numbers.map(baseline) : [loaded]))
  }

  /// No part of a baseline may pass for a baseline.
  @Test(arguments: StoreAccess.all)
  func aTruncatedBaselineIsAnError(access: StoreAccess) async throws {
    let whole = try bytes(baseline(1))
    let store = try await store(access)
    for length in stride(from: 1, to: whole.count - 2, by: 23) {
      try await access.plant(Array(whole.prefix(length)), repository)
      await #expect(throws: BaselineError.self) { try await store.load() }
      await #expect(throws: BaselineError.self) { try await store.entries() }
    }
  }

  @Test(arguments: StoreAccess.all)
  func pruningKeepsTheLast(access: StoreAccess) async throws {
    let store = try await store(access)
    try await store.save(baseline(1))
    #expect(try await store.prune(keeping: 1) == 0)
    #expect(try await store.load() == baseline(1))
  }
}
