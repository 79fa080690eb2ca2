import CYAML

/// What a text says, piece by piece (YAML 1.2 §3.1.2).
enum YAMLEvent {
  case documentStart
  case documentEnd
  /// Stands for the value that has the anchor.
  case alias(String)
  case text(String, anchor: String?)
  case listStart(anchor: String?)
  case mapStart(anchor: String?)
  /// Of the list or map that began last.
  case end
  case streamEnd
}

/// Reads events with libyaml, one at a time, so that whoever asks for them can stop.
///
/// A class, as libyaml's parser refers to itself and must stay where it is.
final class YAMLEvents {
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let text: UnsafeMutableBufferPointer<UInt8>

  init(_ text: String) {
    self.text = .allocate(capacity: text.utf8.count)
    _ = self.text.initialize(from: text.utf8)
    parser.initialize(to: yaml_parser_t())
    precondition(yaml_parser_initialize(parser) == 1, "no memory")
    yaml_parser_set_input_string(parser, self.text.baseAddress, self.text.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    text.deallocate()
  }

  /// The next event and the line on which it begins, 1-based.
  func next() throws(YAMLSyntaxError) -> (event: YAMLEvent, line: Int) {
    var event = yaml_event_t()
    repeat {
      guard yaml_parser_parse(parser, &event) == 1 else {
        throw error
      }
    } while event.type == YAML_STREAM_START_EVENT
    defer { yaml_event_delete(&event) }
    return (YAMLEvent(event), Int(event.start_mark.line) + 1)
  }
}

extension YAMLEvents {
  private var error: YAMLSyntaxError {
    let words = parser.pointee.problem.map { String(cString: $0) } ?? "no memory"
    // Of characters that may not be there libyaml knows the place in bytes.
    let line =
      parser.pointee.error == YAML_READER_ERROR
      ? text.prefix(Int(parser.pointee.problem_offset)).count { $0 == 0x0A }
      : Int(parser.pointee.problem_mark.line)
    return YAMLSyntaxError(problem: .syntax(words), line: line + 1)
  }
}

extension YAMLEvent {
  fileprivate init(_ event: yaml_event_t) {
    self =
      switch event.type {
      case YAML_DOCUMENT_START_EVENT: .documentStart
      case YAML_DOCUMENT_END_EVENT: .documentEnd
      case YAML_ALIAS_EVENT: .alias(Self.name(event.data.alias.anchor) ?? "")
      case YAML_SCALAR_EVENT: .text(Self.text(event), anchor: Self.name(event.data.scalar.anchor))
      case YAML_SEQUENCE_START_EVENT:
        .listStart(anchor: Self.name(event.data.sequence_start.anchor))
      case YAML_MAPPING_START_EVENT: .mapStart(anchor: Self.name(event.data.mapping_start.anchor))
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .end
      default: .streamEnd
      }
  }

  private static func text(_ event: yaml_event_t) -> String {
    let scalar = event.data.scalar
    let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func name(_ anchor: UnsafePointer<yaml_char_t>?) -> String? {
    anchor.map { String(cString: $0) }
  }
}
