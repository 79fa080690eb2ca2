import Digest
import JSONDocument
import VerdictModel

/// One thing that a policy extends.
struct BaseReference: Sendable {
  enum Target: Sendable {
    case preset(Preset)
    /// Relative to the file that names it.
    case file(String)
  }

  /// The one content that a file may have.
  struct Pin: Sendable {
    /// SHA-256: 64 lower-case hexadecimal digits.
    let digest: String
    let place: SourcePosition
  }

  static let keys = ["file", "sha256"]

  let target: Target
  let place: SourcePosition
  /// `nil` for any content.
  let pin: Pin?

  /// What a document extends.
  static func read(
    _ document: PositionedJSON, _ problems: PolicyProblems
  ) -> [BaseReference] {
    guard case .object(let members) = document.value,
      let json = members.first(where: { $0.key == "extends" })?.value
    else { return [] }
    if case .array(let elements) = json.value {
      if elements.isEmpty { problems.report(.emptyList("extends"), at: json.place) }
      return elements.compactMap { BaseReference($0, problems) }
    }
    return [json].compactMap { BaseReference($0, problems) }
  }

  private init?(_ json: PositionedJSON, _ problems: PolicyProblems) {
    var (name, key): (PositionedJSON?, String) = (json, "extends")
    var pin: Pin?
    if case .object = json.value {
      let object = PolicyObject(
        json, key: key, what: "what is extended", keys: Self.keys, problems: problems)
      (name, key) = (object?.required("file"), "file")
      pin = object.flatMap(Self.readPin)
    }
    guard let name else { return nil }
    guard let text = name.text, !text.isEmpty else {
      let expected =
        key == "file"
        ? "a path or the name of a preset" : "a path, the name of a preset, or a list of them"
      problems.report(.wrongType(key: key, expected: expected), at: name.place)
      return nil
    }
    guard let target = Self.target(text, at: name.place, problems) else { return nil }
    if case .preset = target, let pin {
      problems.report(.extends(.pinnedPreset), at: pin.place)
    }
    self.target = target
    self.place = name.place
    self.pin = pin
  }

  private static func readPin(_ object: PolicyObject) -> Pin? {
    guard let text = object.string("sha256") else { return nil }
    let place = object.placeOfValue(of: "sha256")
    let digest = text.lowercased()
    guard digest.utf8.count == 64, digest.utf8.allSatisfy({ isHexadecimal($0) }) else {
      object.report(
        .wrongType(key: "sha256", expected: "64 hexadecimal digits, as sha256sum prints them"),
        at: place)
      return nil
    }
    return Pin(digest: digest, place: place)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  private static func target(
    _ text: String, at place: SourcePosition, _ problems: PolicyProblems
  ) -> Target? {
    guard text.hasPrefix(Preset.prefix) else {
      if text.hasPrefix("/") {
        problems.report(.extends(.absolutePath(text)), at: place)
      } else if text.contains("://") {
        problems.report(.extends(.address(text)), at: place)
      }
      return .file(text)
    }
    if let preset = Presets.all.first(where: { $0.id == text }) { return .preset(preset) }
    let known = Presets.all.map(\.id)
    problems.report(
      .unknownName(
        kind: "preset", text, suggestion: nearest(to: text, among: known), known: known),
      at: place)
    return nil
  }

  /// Refuses a file that is not the one that is meant.
  func check(_ bytes: [UInt8]) throws(PolicyErrors) {
    guard let pin, case .file(let file) = target else { return }
    let digest = ContentDigest.hex(of: bytes)
    if digest != pin.digest {
      throw PolicyErrors([
        PolicyError(.extends(.otherContent(file, digest: digest)), at: pin.place)
      ])
    }
  }

  /// Why the policy is refused.
  func refusal(_ problem: ExtendsProblem) -> PolicyErrors {
    PolicyErrors([PolicyError(.extends(problem), at: place)])
  }
}
