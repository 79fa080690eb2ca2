import Files
import VerdictPolicy

/// Where the files are read that a policy extends. Links are not followed: a commit holds nothing of
/// what they lead to, so that nobody could compare it.
extension BaseFile {
  /// What the working tree has.
  ///
  /// - Parameter directory: That of the policy itself.
  func contents(besidePolicyIn directory: String) throws(PolicyErrors) -> [UInt8] {
    guard levelsUp <= Self.levels(above: directory) else { throw outsideOfRepository }
    do throws(FileError) {
      for stop in stops {
        if try FileStatus(of: stop, followingLinks: false)?.kind == .symbolicLink {
          throw FileError(.notRegular("a symbolic link"), path: stop)
        }
      }
      return try ChunkedFile.contents(of: name, limit: PolicyFile.maxSize)
    } catch {
      throw unreadable(error.path == name ? error.problem.description : error.description)
    }
  }

  /// What a commit has.
  ///
  /// - Parameter policy: The path of the policy itself, relative to the root.
  func contents(
    in commit: String, of git: Git, besidePolicyAt policy: String
  ) async throws(PolicyErrors) -> [UInt8] {
    let directory = policy.split(separator: "/").dropLast().joined(separator: "/")
    guard let path = Git.normalized(directory + "/" + path) else { throw outsideOfRepository }
    let entry: Git.Entry?
    do {
      entry = try await git.entry(at: path, in: commit)
    } catch {
      throw unreadable(error.description)
    }
    switch entry {
    case .file(let bytes) where bytes.count <= PolicyFile.maxSize: return bytes
    case .file: throw unreadable(tooLarge)
    case .other(let what): throw unreadable("is \(what), expected a file")
    case nil: throw unreadable("no such file")
    }
  }

  private var tooLarge: String {
    FileProblem.limitExceeded(name: "size in bytes", limit: PolicyFile.maxSize).description
  }

  /// How many directories above that of the policy belong to the repository; outside of one, to the
  /// working directory. The file system is asked, as git refuses repositories of other owners.
  private static func levels(above directory: String) -> Int {
    var place = directory
    for level in 0..<maximumLevels {
      if (try? FileStatus(of: place + "/.git")) != nil { return level }
      place += "/.."
    }
    return directory.hasPrefix("/")
      ? 0 : Git.normalized(directory)?.split(separator: "/").count ?? 0
  }

  /// Repositories whose policies are deeper than this are nobody's.
  private static let maximumLevels = 64
}
