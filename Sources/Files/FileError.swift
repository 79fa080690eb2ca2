#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What the file system refused: a path and a kind. The words are in `FileProblem.description`.
package struct FileError: Error, Hashable, Sendable {
  /// What is wrong with the file.
  package var problem: FileProblem
  /// As it was asked for.
  package var path: String

  package init(_ problem: FileProblem, path: String) {
    self.problem = problem
    self.path = path
  }

  /// From an error number of the operating system (POSIX `errno`).
  init(errno code: Int32, path: String) {
    let problem: FileProblem
    switch code {
    case ENOENT: problem = .noSuchFile
    case EISDIR: problem = .isDirectory
    case ENOTDIR: problem = .notADirectory
    case EACCES, EPERM: problem = .permissionDenied
    default: problem = .system(String(cString: strerror(code)))
    }
    self.init(problem, path: path)
  }
}

/// Everything that can be wrong with a file.
package enum FileProblem: Hashable, Sendable {
  case noSuchFile
  case isDirectory
  /// The path, or a part before its last one, is a file.
  case notADirectory
  /// Neither file nor directory; what it is, with its article.
  case notRegular(String)
  case permissionDenied
  /// The file grew or shrank while it was read.
  case changed
  /// A limit that guards against hostile trees and files, with its name and size.
  case limitExceeded(name: String, limit: Int)
  /// Anything else, in the operating system's words.
  case system(String)
}

extension FileProblem: CustomStringConvertible {
  /// One lower-case sentence fragment without the path.
  package var description: String {
    switch self {
    case .noSuchFile: "no such file"
    case .isDirectory: "is a directory"
    case .notADirectory: "not a directory"
    case .notRegular(let what): "is \(what), expected a file"
    case .permissionDenied: "permission denied"
    case .changed: "changed while it was read"
    case .limitExceeded(let name, let limit): "\(name) exceeds the limit of \(limit)"
    case .system(let words): words.prefix(1).lowercased() + words.dropFirst()
    }
  }
}

extension FileError: CustomStringConvertible {
  /// `path: words`.
  package var description: String { "\(path): \(problem)" }
}
