import Files
import VerdictModel

/// A file that git does not track yet: all of its lines are new.
enum UntrackedFile {
  /// The lines of the file; a link counts as one, as git counts it.
  static func lines(of path: String, below root: String) throws(GitError) -> LineRanges {
    do throws(FileError) {
      let full = root + "/" + path
      if try FileStatus(of: full, followingLinks: false)?.kind == .symbolicLink {
        return LineRanges([1])
      }
      let count = try lineCount(of: full)
      return count == 0 ? .none : LineRanges(ranges: [1...count])
    } catch {
      throw .unreadableFile(error)
    }
  }

  /// Counts as git does: what follows the last line feed is a line too.
  private static func lineCount(of path: String) throws(FileError) -> Int {
    var file = try ChunkedFile(path)
    var count = 0
    var last = UInt8(ascii: "\n")
    while let chunk = try file.next() {
      count += chunk.count { $0 == UInt8(ascii: "\n") }
      last = chunk.last ?? last
    }
    return last == UInt8(ascii: "\n") ? count : count + 1
  }
}
