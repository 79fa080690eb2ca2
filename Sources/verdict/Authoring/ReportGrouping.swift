import VerdictModel
import VerdictPolicy
import VerdictReports

/// Makes entries for `reports` of a policy from single files: one for each kind, and of scans one
/// for each tool.
struct ReportGrouping {
  let search: ReportSearch
  /// The directory of the policy, as the working directory sees it; below it, without `..`.
  let directory: String

  /// As many files are named one by one; a pattern means more than is there today.
  private static let mostNamed = 3

  var reports: [PolicyDraft.Report] {
    var groups: [(id: String, files: [ReportSearch.Found])] = []
    for file in search.found {
      let id = id(of: file)
      if let index = groups.firstIndex(where: { $0.id == id }) {
        groups[index].files.append(file)
      } else {
        groups.append((id, [file]))
      }
    }
    return groups.sorted { $0.id < $1.id }.map { id, files in
      let formats = Set(files.map(\.format.id))
      return PolicyDraft.Report(
        id: id, files: patterns(for: files.map(\.path).sorted()),
        format: formats.count == 1 ? formats.first : nil, kind: files[0].format.evidence)
    }
  }

  /// The entry that a file belongs to.
  func id(of file: ReportSearch.Found) -> String {
    guard file.format.evidence == .findings else { return file.format.evidence.rawValue }
    let words = file.tools.joined(separator: "-").lowercased().split {
      !$0.isLetter && !$0.isNumber
    }
    // No kind is called so, so that a tool of that name is not mixed up with it.
    let name = words.joined(separator: "-")
    return EvidenceKind(rawValue: name) == nil && !name.isEmpty ? name : "scan"
  }

  private func patterns(for paths: [String]) -> [String] {
    if paths.count > Self.mostNamed, let pattern = pattern(for: paths) { return [pattern] }
    return paths.map { path in
      // What would be a wildcard stands for any character.
      relative(path).map { "*?[]{}".contains($0) ? "?" : String($0) }.joined()
    }
  }

  /// A pattern that means these files, and no other that is there.
  private func pattern(for paths: [String]) -> String? {
    let directories = paths.map { $0.split(separator: "/").dropLast() }
    let common = directories.dropFirst().reduce(directories[0]) { common, other in
      let count = zip(common, other).prefix { $0 == $1 }.count
      return common.prefix(count)
    }.joined(separator: "/")
    let endings = Set(paths.map(ending))
    guard endings.count == 1, let ending = endings.first, !common.contains(where: "*?[{".contains)
    else { return nil }
    let start = common.isEmpty ? "" : common + "/"
    let wanted = Set(paths)
    return ["\(start)*\(ending)", "\(start)**/*\(ending)"].first { pattern in
      guard let glob = Glob(pattern) else { return false }
      return Set(search.files.filter(glob.matches)) == wanted
    }.map(relative)
  }

  /// `.xml`; empty for a name without a point.
  private func ending(of path: String) -> Substring {
    let name = path.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { name[$0...] } ?? ""
  }

  /// A path as the policy's directory sees it.
  private func relative(_ path: String) -> String {
    if directory == "." || path.hasPrefix("/") { return path }
    if path.hasPrefix(directory + "/") { return String(path.dropFirst(directory.count + 1)) }
    return String(repeating: "../", count: directory.split(separator: "/").count) + path
  }
}
