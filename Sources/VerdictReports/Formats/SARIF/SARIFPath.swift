/// Turns the URI of an artifact into a path as people write it.
enum SARIFPath {
  /// The path of a URI: without `file:`, percent-decoded once, with `/` between its parts and
  /// without `.` and `..` where they can be worked out. URIs of other schemes stay as they are.
  ///
  /// - Parameter uri: A URI reference (RFC 3986), or what tools write for one: `C:\src\a.c`,
  ///   `Path Traversal/a.java`.
  static func path(of uri: String) -> String {
    var path = uri
    if let scheme = scheme(of: uri) {
      guard scheme.lowercased() == "file" else { return uri }
      path = withoutAuthority(uri.dropFirst(scheme.utf8.count + 1))
    }
    path = percentDecoded(path).replacing("\\", with: "/")
    return normalized(path)
  }

  /// Whether a URI needs no base: it has a scheme, or is a path from a root.
  static func isAbsolute(_ uri: String) -> Bool {
    scheme(of: uri) != nil || uri.hasPrefix("/") || uri.hasPrefix("\\") || hasDrive(uri)
  }

  /// The scheme (RFC 3986 §3.1). A single letter is a drive.
  private static func scheme(of uri: String) -> Substring? {
    guard let colon = uri.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = uri[..<colon]
    let isScheme = scheme.utf8.allSatisfy { byte in
      switch byte | 0x20 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): true
      default: "0123456789+-.".utf8.contains(byte)
      }
    }
    return isScheme && scheme.utf8.count > 1 ? scheme : nil
  }

  private static func hasDrive(_ path: some StringProtocol) -> Bool {
    guard let letter = path.utf8.first, path.utf8.dropFirst().first == UInt8(ascii: ":") else {
      return false
    }
    return UInt8(ascii: "a")...UInt8(ascii: "z") ~= letter | 0x20
  }

  /// What stands behind `file:` as a path (RFC 8089): `///a` and `//localhost/a` and `/a` are `/a`,
  /// `///C:/a` is `C:/a`, and `//host/a` stays.
  private static func withoutAuthority(_ rest: Substring) -> String {
    var path = rest
    if path.hasPrefix("//localhost/") {
      path = path.dropFirst("//localhost".utf8.count)
    } else if path.hasPrefix("///") {
      path = path.dropFirst(2)
    }
    return String(path.hasPrefix("/") && hasDrive(path.dropFirst()) ? path.dropFirst() : path)
  }

  /// Replaces `%20` and its like once. A text that would not be UTF-8 or would have control
  /// characters afterwards is no encoded text, and stays.
  private static func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var decoded: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).compactMap(\.hexDigit)
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        decoded.append(digits[0] << 4 | digits[1])
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    guard !decoded.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
    return String(validating: decoded, as: UTF8.self) ?? text
  }

  /// Works out `.` and `..` without looking at any file, and drops empty parts. What leads above
  /// the beginning of a relative path stays: `../a`.
  private static func normalized(_ path: String) -> String {
    let root = path.hasPrefix("//") ? "//" : path.hasPrefix("/") ? "/" : ""
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." || (root.isEmpty && parts.last ?? ".." == "..") {
        parts.append(part)
      } else {
        _ = parts.popLast()
      }
    }
    return root + parts.joined(separator: "/")
  }
}

extension UInt8 {
  fileprivate var hexDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
