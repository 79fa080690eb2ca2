#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Tells a path that leads nowhere from one where nothing is.
package enum SymbolicLink {
  /// What a broken link points to, as the link has it: the path itself, or a directory on the way.
  ///
  /// - Returns: `nil` if something is at the path, or nothing is there and no link is to blame.
  package static func brokenTarget(on path: String) throws(FileError) -> String? {
    var place = path
    while try FileStatus(of: place) == nil {
      if let target = target(of: place) { return target }
      guard let slash = place.lastIndex(of: "/"), slash > place.startIndex else { return nil }
      place = String(place[..<slash])
    }
    return nil
  }

  /// The places that a path leads to, itself first: each is the one before with its first link
  /// replaced by what that points to. The last one has no link in it, unless they go round in circles.
  package static func stops(from path: String) -> [String] {
    var stops = [path]
    while stops.count <= maximumStops, let next = following(firstLinkOf: stops[stops.count - 1]) {
      stops.append(next)
    }
    return stops
  }

  /// As many as Linux follows.
  private static let maximumStops = 40

  private static func following(firstLinkOf path: String) -> String? {
    var place = path.hasPrefix("/") ? "/" : ""
    var rest = path.split(separator: "/")[...]
    while let part = rest.popFirst() {
      guard let target = target(of: place + part) else {
        place += part + "/"
        continue
      }
      let start = target.hasPrefix("/") ? target : place + target
      return rest.isEmpty ? start : start + "/" + rest.joined(separator: "/")
    }
    return nil
  }

  /// What a link points to; `nil` if there is none.
  static func target(of path: String) -> String? {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink(path, &target, target.count)
    guard length > 0 else { return nil }
    return String(decoding: target.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
