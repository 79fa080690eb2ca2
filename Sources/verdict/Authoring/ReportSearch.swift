import Files
import VerdictModel
import VerdictReports

/// Looks for reports by what files hold, whatever they are called.
struct ReportSearch {
  /// A report that can be judged.
  struct Found: Sendable {
    /// As the working directory sees it.
    let path: String
    let format: ReportFormat
    /// The names of the tools that scanned, sorted; none for other kinds.
    let tools: [String]
  }

  /// Everything that was looked at; for patterns that mean some of it.
  private(set) var files: [String] = []
  private(set) var found: [Found] = []
  /// Reports that say nothing that could be asked for, with the reason.
  private(set) var ignored: [(path: String, reason: String)] = []

  /// Directories of what others wrote; no build of this repository reports into them.
  private static let skippedDirectories: Set<String> = [".git", "node_modules"]
  /// Where Criterion.rs puts its tree; its files do not say where it begins.
  private static let treeDirectory = "criterion"

  /// Looks at a file, or at everything below a directory. Links to directories are not entered.
  mutating func look(
    in place: String, where isWanted: (String) -> Bool = { _ in true }
  ) throws(NoDecision) {
    let start = Self.normalized(place)
    let paths: [String]
    do throws(FileError) {
      guard let status = try FileStatus(of: start) else {
        throw FileError(.noSuchFile, path: start)
      }
      if status.kind == .directory {
        paths = try TreeWalker.files(below: start) { directory in
          let name = directory.split(separator: "/").last.map(String.init) ?? ""
          return !Self.skippedDirectories.contains(name)
        }.map { start == "." ? $0 : start + "/" + $0 }
      } else {
        paths = [start]
      }
    } catch {
      throw NoDecision(place, error.problem)
    }
    let wanted = paths.filter(isWanted)
    files += wanted
    let trees = Self.trees(in: wanted)
    for path in trees + wanted.filter({ path in !trees.contains { path.hasPrefix($0 + "/") } }) {
      look(at: path)
    }
  }

  private mutating func look(at path: String) {
    let start = Self.start(of: path)
    if let start, Self.isBinary(start) { return }
    switch ReportFile(path: path, format: nil).read() {
    case .failure(let error):
      if let start, Self.isReport(start) { ignored.append((path, error.description)) }
    case .success(let report):
      guard let format = try? ReportFormats.named(report.format) else { return }
      if let damage = report.damage {
        ignored.append((path, damage.description))
      } else if report.content.isEmpty {
        ignored.append((path, "there is nothing to judge in it"))
      } else if let reason = report.incomplete.first {
        ignored.append((path, reason))
      } else {
        found.append(Found(path: path, format: format, tools: report.tools))
      }
    }
  }

  /// The beginning of a file, by which formats are recognised; `nil` for a directory.
  private static func start(of path: String) -> [UInt8]? {
    guard var file = try? ChunkedFile(path) else { return nil }
    return Array(((try? file.next()) ?? []).prefix(ReportReader.prefixSize))
  }

  /// Builds leave large programs behind, in which there may be anything. As git does it: NUL is in
  /// no text, but for UTF-16, which says what it is; reports may be packed.
  private static func isBinary(_ start: [UInt8]) -> Bool {
    let marks: [[UInt8]] = [[0x1F, 0x8B], [0xFE, 0xFF], [0xFF, 0xFE]]
    return start.contains(0) && !marks.contains { start.starts(with: $0) }
  }

  /// Whether a file that cannot be read was meant to be a report.
  private static func isReport(_ start: [UInt8]) -> Bool {
    do throws(ReportError) {
      _ = try ReportFormats.recognising(start.span)
      return true
    } catch {
      if case .ambiguousFormat = error.problem { return true }
      return false
    }
  }

  /// The roots of the trees of benchmarks that files are part of, sorted.
  private static func trees(in files: [String]) -> [String] {
    guard case .tree(let makeParser)? = ReportFormats.tree?.shape else { return [] }
    let parser = makeParser()
    let roots = files.compactMap { file -> String? in
      let parts = file.split(separator: "/")
      guard let root = parts.dropLast().lastIndex(of: Substring(treeDirectory)),
        parser.wants(parts[(root + 1)...].joined(separator: "/"))
      else { return nil }
      return parts[...root].joined(separator: "/")
    }
    return Set(roots).sorted()
  }

  /// Without empty parts and `.`; `.` for this directory.
  private static func normalized(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + parts }
    return parts.isEmpty ? "." : parts
  }
}

extension Report {
  /// The names of the tools that scanned, sorted.
  fileprivate var tools: [String] {
    guard case .findings(let findings) = content else { return [] }
    return Set(findings.runs.map(\.tool)).sorted()
  }
}
