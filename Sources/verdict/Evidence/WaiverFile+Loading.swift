import Files
import ForeignWaivers
import VerdictModel
import VerdictPolicy

extension PolicyFile {
  /// The waivers of the policy, with what is known of their version before the change.
  ///
  /// - Parameters:
  ///   - changed: What is judged; `nil` if it is not known.
  ///   - base: The revision that it is compared with, where there is a repository to ask.
  func waivers(
    changed: ChangedFiles?, base: Revision?, in repository: Repository,
    noting inputs: InputLedger = InputLedger()
  ) async throws(NoDecision) -> WaiverFile {
    guard let settings = policy.waivers else { return .none }
    var all = WaiverFile(
      waivers: [], before: base == nil ? nil : [], changedFiles: changed == nil ? nil : [])
    for list in try waiverLists(settings) {
      let path = path(of: list.file)
      if let bytes = try contents(of: list, inputs) { all.waivers += try list.read(bytes, path) }
      if let base, let changed {
        let old = try await repository.contents(
          ofFirst: changed.formerPaths(of: path), atMergeBaseWith: base)
        // What cannot be read any more allowed nothing that anybody could name.
        all.before? += old.flatMap { try? list.read($0, path) } ?? []
      } else if changed?.touch(path) == true {
        all.changedFiles?.insert(list.file)
      }
    }
    return all
  }

  /// - Returns: `nil` if it is not there, and need not be.
  private func contents(
    of list: WaiverList, _ inputs: InputLedger
  ) throws(NoDecision) -> [UInt8]? {
    let path = path(of: list.file)
    do {
      if try FileStatus(of: path) == nil, !list.isRequired { return nil }
      return try inputs.contents(of: path, as: .waivers, limit: list.maxSize)
    } catch {
      throw NoDecision(path, error.problem)
    }
  }

  /// A file of waivers that may be there.
  private struct WaiverList {
    /// As the policy names it.
    let file: String
    let isRequired: Bool
    /// In bytes.
    let maxSize: Int
    /// The path is for messages.
    let read: (_ bytes: [UInt8], _ path: String) throws(NoDecision) -> [Waiver]
  }

  private func waiverLists(_ settings: WaiverSettings) throws(NoDecision) -> [WaiverList] {
    let reader = WaiverReader(policy: policy, settings: settings)
    let own = WaiverList(
      file: settings.file, isRequired: settings.isFileNamed, maxSize: Self.maxWaivers,
      read: { bytes, path throws(NoDecision) in
        do throws(PolicyErrors) {
          return try reader.read(bytes)
        } catch {
          throw NoDecision(path, error)
        }
      })
    var lists = [own]
    for file in settings.imports {
      guard let format = ForeignWaiverFormat.named(file) else {
        throw NoDecision(name, Self.unknownImport(file))
      }
      lists.append(
        WaiverList(
          file: file, isRequired: true, maxSize: ForeignWaiverFormat.maxSize,
          read: { bytes, path throws(NoDecision) in
            do throws(ForeignWaiverError) {
              return try format.waivers(bytes, file: file)
            } catch {
              throw NoDecision(error.line.map { "\(path):\($0)" } ?? path, error)
            }
          }))
    }
    return lists
  }

  /// What is wrong with the names of the files that hold waivers, whatever they hold: the key in
  /// `waivers`, the file, and the words.
  func misnamedWaivers() throws(NoDecision) -> [(key: String, file: String, reason: String)] {
    guard let settings = policy.waivers else { return [] }
    var problems: [(key: String, file: String, reason: String)] = []
    for (key, file) in [("file", settings.file)] + settings.imports.map({ ("import", $0) }) {
      let isOwn = key == "file"
      if !isOwn, ForeignWaiverFormat.named(file) == nil {
        problems.append((key, file, Self.unknownImport(file)))
      } else if settings.isFileNamed || !isOwn, try !isThere(path(of: file)) {
        problems.append((key, file, "no such file: \(file)"))
      }
    }
    return problems
  }

  private func isThere(_ path: String) throws(NoDecision) -> Bool {
    do {
      return try FileStatus(of: path) != nil
    } catch {
      throw NoDecision(path, error.problem)
    }
  }

  private static func unknownImport(_ file: String) -> String {
    let known = ForeignWaiverFormat.all.flatMap(\.fileNames).joined(separator: ", ")
    return "no waivers can be imported from '\(file)', known are \(known)"
  }

  /// Waivers are written by hand: more than this is something else.
  private static let maxWaivers = 4 * 1024 * 1024
}
