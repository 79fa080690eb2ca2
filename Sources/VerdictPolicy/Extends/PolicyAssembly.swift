import JSONDocument
import VerdictModel

/// Gathers a policy with everything that it extends. It reads no files itself: it says which one it
/// needs next, and whoever may read gives it.
package struct PolicyAssembly: Sendable {
  /// Nobody follows more levels.
  package static let maximumDepth = 8
  /// Files and presets; what is extended in several places counts each time.
  package static let maximumBases = 32

  /// The policy itself, first, and what it extends.
  private var parts: [Part] = []
  private var waiting: [Request] = []

  private struct Part {
    let document: PolicyDocument
    /// A file as the working directory sees it, or a preset.
    let name: String
    /// Relative to the directory of the policy itself; `nil` for a preset.
    let path: PolicyPath?
    /// Those by which the policy comes to extend this one, itself first.
    let ancestors: [String]
    /// One for each of the document's, `nil` as long as it is not there.
    var bases: [Int?]
  }

  /// That a part waits for one of its bases.
  private struct Request {
    let part: Int
    let base: Int
    let path: PolicyPath
    let file: BaseFile
  }

  /// - Parameters:
  ///   - bytes: The policy itself: JSON, with comments and trailing commas allowed.
  ///   - file: Its path as the user named it, from which those of other files follow.
  package init(_ bytes: [UInt8], of file: String = "policy.json") throws(PolicyErrors) {
    let name = PolicyPath(file)
    try add(
      PolicyDocument(bytes), name: name.text,
      path: PolicyPath(String(name.text.split(separator: "/").last ?? ".")), below: [])
  }

  /// The file to be read next; `nil` once everything is there.
  package var next: BaseFile? { waiting.first?.file }

  /// The files that the policy extends, directly or not, sorted, each once.
  package var files: [ExtendedFile] {
    Set(
      parts.dropFirst().compactMap { part in
        part.path.map { ExtendedFile(name: part.name, path: $0.text) }
      }
    ).sorted()
  }

  /// Takes the content of `next`.
  package mutating func add(_ bytes: [UInt8]) throws(PolicyErrors) {
    guard !waiting.isEmpty else { return }
    let request = waiting.removeFirst()
    try request.file.reference.check(bytes)
    let parent = parts[request.part]
    parts[request.part].bases[request.base] = parts.count
    try add(
      PolicyDocument(bytes, in: request.file.name), name: request.file.name, path: request.path,
      below: parent.ancestors + [parent.name])
  }

  private mutating func add(
    _ document: PolicyDocument, name: String, path: PolicyPath?, below ancestors: [String]
  ) throws(PolicyErrors) {
    let index = parts.count
    parts.append(
      Part(
        document: document, name: name, path: path, ancestors: ancestors,
        bases: Array(repeating: nil, count: document.bases.count)))
    for (base, reference) in document.bases.enumerated() {
      if ancestors.count >= Self.maximumDepth {
        throw reference.refusal(.tooDeep(limit: Self.maximumDepth))
      }
      if parts.count + waiting.count > Self.maximumBases {
        throw reference.refusal(.tooMany(limit: Self.maximumBases))
      }
      switch reference.target {
      case .preset(let preset):
        parts[index].bases[base] = parts.count
        try add(
          PolicyDocument(preset.bytes, in: preset.id), name: preset.id, path: nil,
          below: ancestors + [name])
      case .file(let written): try wait(for: written, reference, part: index, base: base)
      }
    }
  }

  private mutating func wait(
    for written: String, _ reference: BaseReference, part index: Int, base: Int
  ) throws(PolicyErrors) {
    let part = parts[index]
    let lineage = part.ancestors + [part.name]
    let name = PolicyPath(part.name).resolving(written).text
    if let first = lineage.firstIndex(of: name) {
      throw reference.refusal(.cycle(lineage[first...] + [name]))
    }
    let path = (part.path ?? PolicyPath(".")).resolving(written)
    waiting.append(
      Request(
        part: index, base: base, path: path,
        file: BaseFile(
          name: name, path: path.text, levelsUp: path.levelsUp,
          stops: PolicyPath(name).stops.suffix(path.parts.count), written: written,
          reference: reference)))
  }

  /// The policy put over everything that it extends.
  func merged(_ problems: PolicyProblems) -> PolicyMerge {
    var merge = PolicyMerge(problems)
    merge.result = tree(of: 0, &merge)
    return merge
  }

  /// What the policy extends, without the policy; `nil` if that is nothing.
  func mergedBases(_ problems: PolicyProblems) -> PositionedJSON? {
    var merge = PolicyMerge(problems)
    return base(of: 0, &merge)
  }

  /// By recursion, for which `maximumDepth` is little.
  private func tree(of index: Int, _ merge: inout PolicyMerge) -> PositionedJSON {
    let own = parts[index].document.json
    return base(of: index, &merge).map { merge.put(own, over: $0) } ?? own
  }

  private func base(of index: Int, _ merge: inout PolicyMerge) -> PositionedJSON? {
    var base: PositionedJSON?
    for part in parts[index].bases.compactMap(\.self) {
      let tree = tree(of: part, &merge)
      base = base.map { merge.put(tree, over: $0) } ?? tree
    }
    return base
  }
}

/// A file that a policy extends.
package struct ExtendedFile: Hashable, Sendable, Comparable {
  /// The path as the working directory sees it, without `.`, and without `..` but at its beginning.
  package let name: String
  /// The path from the directory of the policy itself.
  package let path: String

  package static func < (left: Self, right: Self) -> Bool { left.name < right.name }
}

/// A file that a policy extends and that is to be read.
package struct BaseFile: Sendable {
  /// The path as the working directory sees it, without `.`, and without `..` but at its beginning.
  package let name: String
  /// The path from the directory of the policy itself.
  package let path: String
  /// How many directories it leads up from that of the policy itself.
  package let levelsUp: Int
  /// The directories that `path` names, and the file, as the working directory sees them.
  package let stops: ArraySlice<String>
  /// As `extends` has it.
  let written: String
  let reference: BaseReference

  /// Why the policy is refused if the file cannot be read.
  package func unreadable(_ reason: String) -> PolicyErrors {
    reference.refusal(.unreadable(written, reason: reason))
  }

  /// Why the policy is refused if the file is in no place where it might be read.
  package var outsideOfRepository: PolicyErrors {
    reference.refusal(.leavesRepository(written))
  }
}
