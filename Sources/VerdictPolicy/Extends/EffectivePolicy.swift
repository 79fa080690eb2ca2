import JSONDocument
import VerdictModel

/// What a policy asks once it is put over everything that it extends, as a policy of its own.
package struct EffectivePolicy {
  /// Lines are as long as this at most, where something can be broken.
  private static let width = 100
  /// Where the origins stand, unless a line is longer.
  private static let originColumn = 72

  private let merge: PolicyMerge
  private let name: String

  /// - Parameters:
  ///   - assembly: A policy that can be read.
  ///   - name: What its own places are called by.
  package init(_ assembly: PolicyAssembly, named name: String) {
    merge = assembly.merged(PolicyProblems())
    self.name = name
  }

  /// JSON that can be read as a policy and then asks the same, from the same directory.
  ///
  /// - Parameter origins: Whether each line says behind `//` where its value stands and what it took
  ///   the place of: JSON with comments then.
  package func text(origins: Bool) -> String {
    lines(of: root, "", depth: 0).compactMap { line in
      if !origins { return line.isRemark ? nil : line.text + "\n" }
      if line.origin.isEmpty { return line.text + "\n" }
      let gap = line.isRemark ? 0 : max(Self.originColumn - line.text.count, 2)
      return line.text + String(repeating: " ", count: gap) + "// \(line.origin)\n"
    }.joined()
  }

  /// The merged policy in the order in which policies are written, without what is done with.
  private var root: PositionedJSON {
    guard case .object(let members) = merge.result.value else { return merge.result }
    var root = merge.result
    let keys = PolicyReader.policyKeys.filter { $0 != "extends" }
    root.value = .object(keys.compactMap { key in members.first { $0.key == key } })
    return root
  }

  private struct Line {
    var text: String
    /// Empty for closing brackets.
    var origin = ""
    /// That there is nothing but the origin in it.
    var isRemark = false
  }

  /// - Parameters:
  ///   - key: What stands in front of the value.
  ///   - depth: In how many objects and lists it is.
  private func lines(of json: PositionedJSON, _ key: String, depth: Int) -> [Line] {
    let indent = String(repeating: "  ", count: depth)
    let parts: [(key: String, value: PositionedJSON)]
    let brackets: (String, String)
    switch json.value {
    case .object(let members) where !isInOneLine(json, indent + key, depth):
      parts = members.map { ("\($0.key.quoted): ", $0.value) }
      brackets = ("{", "}")
    case .array(let elements) where !isInOneLine(json, indent + key, depth):
      parts = elements.map { ("", $0) }
      brackets = ("[", "]")
    default: return [Line(text: indent + key + json.text(), origin: origin(of: json))]
    }
    var lines = [Line(text: indent + key + brackets.0, origin: depth == 0 ? "" : origin(of: json))]
    for (index, part) in parts.enumerated() {
      lines += self.lines(of: part.value, part.key, depth: depth + 1)
      if index < parts.count - 1 { lines[lines.count - 1].text += "," }
    }
    lines += (merge.removed[json.place] ?? []).map { removal in
      Line(text: indent + "  ", origin: words(for: removal), isRemark: true)
    }
    return lines + [Line(text: indent + brackets.1)]
  }

  private func isInOneLine(_ json: PositionedJSON, _ start: String, _ depth: Int) -> Bool {
    let height = json.height
    return height == 0
      || (depth > 1 || height == 1) && height <= 3 && isOfOnePiece(json)
        && (start + json.text()).count < Self.width
  }

  /// Whether everything in it was written in the same place, so that one origin says all.
  private func isOfOnePiece(_ json: PositionedJSON) -> Bool {
    json.parts.allSatisfy { part in
      part.file == json.file && merge.overridden[part.place] == nil && isOfOnePiece(part)
    } && merge.removed[json.place, default: []].isEmpty
  }

  private func origin(of json: PositionedJSON) -> String {
    let place = json.place.words(in: name)
    guard let old = merge.overridden[json.place] else { return place }
    return place + ", instead of \(old.text()) at \(old.place.words(in: name))"
  }

  private func words(for removal: PolicyMerge.Removal) -> String {
    let what = removal.key.map(\.quoted) ?? "the rule"
    return "\(what) of \(removal.old.place.words(in: name)) is taken out at "
      + removal.place.words(in: name)
  }
}

extension PositionedJSON {
  /// The values directly in it.
  fileprivate var parts: [PositionedJSON] {
    switch value {
    case .object(let members): members.map(\.value)
    case .array(let elements): elements
    case .null, .bool, .number, .string: []
    }
  }

  /// How deep it is nested: 0 for what is no object or list, or an empty one.
  fileprivate var height: Int { parts.map { $0.height + 1 }.max() ?? 0 }
}
