import JSONDocument
import VerdictRendering

extension ContentDifference {
  /// Where two documents differ, what is nearest to the root first. The order of keys, and how
  /// something is written, are no difference.
  static func all(_ recorded: PositionedJSON, _ found: PositionedJSON) -> [Self] {
    differences("", recorded, found).sorted { left, right in
      let depths = (left.depth, right.depth)
      return depths.0 == depths.1 ? left.place < right.place : depths.0 < depths.1
    }
  }

  /// By recursion, as deep as documents may be: `PositionedJSON.maximumDepth`.
  private static func differences(
    _ place: String, _ recorded: PositionedJSON?, _ found: PositionedJSON?
  ) -> [Self] {
    switch (recorded?.value, found?.value) {
    case (.object(let recorded)?, .object(let found)?):
      let (old, new) = (values(recorded), values(found))
      return Set(old.keys).union(new.keys).sorted().flatMap { key in
        differences(place.isEmpty ? key : "\(place).\(key)", old[key], new[key])
      }
    case (.array(let recorded)?, .array(let found)?):
      return (0..<max(recorded.count, found.count)).flatMap { index in
        differences(
          "\(place)[\(index)]", index < recorded.count ? recorded[index] : nil,
          index < found.count ? found[index] : nil)
      }
    default:
      let (old, new) = (recorded?.words, found?.words)
      return old == new
        ? [] : [Self(place: place.isEmpty ? "everything" : place, recorded: old, found: new)]
    }
  }

  private static func values(_ members: [PositionedJSON.Member]) -> [String: PositionedJSON] {
    Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })
  }

  private var depth: Int { place.count { $0 == "." || $0 == "[" } }
}

extension PositionedJSON {
  /// As JSON has it, in short: two values that are not both lists, or both objects, have the same
  /// words if they are the same.
  fileprivate var words: String {
    switch value {
    case .null: "null"
    case .bool(let value): String(value)
    case .number(let text): text
    case .string(let text): "\"\(text)\""
    case .array: "a list"
    case .object: "an object"
    }
  }
}
