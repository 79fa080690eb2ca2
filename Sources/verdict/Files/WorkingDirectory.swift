#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The directory that the program was started in.
enum WorkingDirectory {
  /// Absolute, without a slash at its end.
  static let path = FileManager.default.currentDirectoryPath

  /// A path that means the same everywhere.
  static func absolute(_ file: String) -> String {
    file.hasPrefix("/") ? file : path + "/" + file
  }

  /// A path as outputs show it, the same on every machine: relative to the working directory. Of an
  /// absolute one that leads elsewhere only the last part is shown.
  static func shown(_ file: String) -> String {
    if file.hasPrefix(path + "/") { return shown(String(file.dropFirst(path.count + 1))) }
    if file.hasPrefix("/") { return elsewhere + (file.split(separator: "/").last ?? "") }
    return Git.normalized(file) ?? file
  }

  /// What stands for the directories that are not shown.
  static let elsewhere = "…/"
}
