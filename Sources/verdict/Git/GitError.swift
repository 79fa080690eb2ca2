import Files
import VerdictModel

/// Why git could not answer. The words are in `description`.
enum GitError: Error, Hashable, Sendable {
  /// There is no `git` on the path.
  case notInstalled
  /// git cannot be started or waited for; the reason.
  case cannotRun(String)
  /// git said no: the command and the first line of what it said.
  case failed(command: String, words: String)
  /// A revision that begins with `-`, or is empty: git would take it for an option.
  case malformedRevision(String)
  case unknownRevision(String, isShallow: Bool)
  /// The working directory is in no repository.
  case noRepository
  /// A file that is in no part of the repository, as the user named it.
  case outsideRepository(String)
  /// A commit has no file at a path; what it has there, with its article.
  case noFile(String, found: String?)
  /// The repository has no commit yet.
  case noCommit
  /// HEAD and the revision have no common ancestor here.
  case noMergeBase(String, isShallow: Bool)
  /// A command printed more than this many bytes.
  case tooMuchOutput(command: String, limit: Int)
  case unreadableDiff(DiffError)
  /// A ref that is none for notes.
  case noNotesRef(String)
  /// A ref under which there are no notes.
  case noNotes(String)
  /// A ref that others changed as often as this program tried to.
  case contended(String)
  /// The name of a remote repository that begins with `-`, or is empty.
  case malformedRemote(String)
  /// A file that git does not track cannot be read.
  case unreadableFile(FileError)
}

extension GitError: CustomStringConvertible {
  /// One lower-case sentence fragment with the next step, if there is one.
  var description: String {
    switch self {
    case .notInstalled: "git is not installed or not on the PATH"
    case .cannotRun(let words): "git cannot be run: \(words)"
    case .failed(let command, let words): "git \(command): \(words)"
    case .malformedRevision(let name):
      "'\(name)' is no revision, expected a branch, a tag or a commit"
    case .unknownRevision(let name, let isShallow):
      "unknown revision '\(name)'" + (isShallow ? ", \(Self.shallow)" : "")
    case .noRepository: "this is no git repository"
    case .outsideRepository(let file): "\(file) is not in the repository"
    case .noFile(let path, nil): "\(path) is not there"
    case .noFile(let path, let found?): "\(path) is \(found), expected a file"
    case .noCommit: "the repository has no commit yet"
    case .noMergeBase(let name, let isShallow):
      "no common ancestor of HEAD and '\(name)'" + (isShallow ? ", \(Self.shallow)" : "")
    case .tooMuchOutput(let command, let limit):
      "git \(command) prints more than the limit of \(limit) bytes"
    case .unreadableDiff(let error): "the output of git diff, line \(error)"
    case .noNotesRef(let ref): "'\(ref)' is no ref for notes, expected 'refs/notes/verdict'"
    case .noNotes(let ref): "nothing is under \(ref), save a baseline first"
    case .contended(let ref): "others change \(ref) all the time, try again"
    case .malformedRemote(let name): "'\(name)' is no remote repository, expected 'origin'"
    case .unreadableFile(let error): error.description
    }
  }

  private static let shallow =
    "and the clone is shallow: fetch more of the history with 'git fetch --unshallow' or a larger "
    + "'--depth'"
}
