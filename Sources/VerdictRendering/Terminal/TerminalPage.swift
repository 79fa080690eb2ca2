/// Lines for a terminal or a log. Every text goes through the methods below, which make it harmless
/// and fit it to the width, so that no output can forget to.
struct TerminalPage {
  /// Narrower than this nothing can be read.
  static let leastWidth = 40

  let width: Int
  private let color: Bool
  private var lines: [String] = []

  init(_ options: RenderOptions) {
    width = max(Self.leastWidth, options.width)
    color = options.color
  }

  /// Everything, each line with a line feed; blank lines at the end are left out.
  var text: String {
    var lines = lines
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0 + "\n" }.joined()
  }

  /// An empty line, unless there is one already or nothing stands above it.
  mutating func blank() {
    if lines.last?.isEmpty == false { lines.append("") }
  }

  /// Text that is wrapped at the width.
  ///
  /// - Parameters:
  ///   - indent: Blanks before every line.
  ///   - prefix: What stands before the first line, such as `1. `; the others are indented by as
  ///     much.
  ///   - overhang: By how much more the others are indented.
  mutating func paragraph(
    _ text: String, indent: Int = 0, prefix: String = "", overhang: Int = 0,
    style: TerminalStyle = .plain
  ) {
    let prefix = prefix.escapedForTerminal
    let start = indent + prefix.displayWidth
    let hanging = start + overhang
    let text = text.escapedForTerminal
    let isOneLine = text.displayWidth <= width - start
    for (offset, line) in text.wrapped(toWidth: width - (isOneLine ? start : hanging)).enumerated()
    {
      let start =
        offset == 0
        ? String(repeating: " ", count: indent) + prefix : String(repeating: " ", count: hanging)
      lines.append(self.style((start + line).guardedLine, style))
    }
  }

  /// A name with what belongs to it, in two columns.
  mutating func field(
    _ name: String, _ text: String, indent: Int = 2, style: TerminalStyle = .plain
  ) {
    paragraph(text, indent: indent, prefix: name.padded(toWidth: 12), style: style)
  }

  /// One line for each, and how many more there are.
  mutating func list(_ items: [String], atMost limit: Int, indent: Int) {
    for item in items.prefix(limit) { paragraph(item, indent: indent, overhang: 2) }
    if items.count > limit { paragraph("and \(items.count - limit) more", indent: indent) }
  }

  /// A name with one line for each text that belongs to it, and how many more there are; nothing
  /// without texts.
  mutating func fields(_ name: String, _ texts: [String], atMost limit: Int, indent: Int) {
    let rest = texts.count > limit ? ["and \(texts.count - limit) more"] : []
    for (offset, text) in (texts.prefix(limit) + rest).enumerated() {
      field(offset == 0 ? name : "", text, indent: indent)
    }
  }

  /// Texts beside each other as far as they fit, the others below, under the first.
  mutating func spread(_ parts: [String], prefix: String, style: TerminalStyle) {
    let indent = prefix.displayWidth
    var line = parts.first ?? ""
    var start = prefix
    for part in parts.dropFirst() {
      let longer = "\(line)    \(part)"
      if indent + longer.escapedForTerminal.displayWidth <= width {
        line = longer
      } else {
        paragraph(line, prefix: start, style: style)
        (line, start) = (part, String(repeating: " ", count: indent))
      }
    }
    paragraph(line, prefix: start, style: style)
  }

  /// A title with a word at the right margin, or below it where both do not fit.
  mutating func title(_ title: String, right: String, margin: Int, style: TerminalStyle) {
    let margin = min(margin, width)
    let (left, right) = (title.escapedForTerminal, right.escapedForTerminal)
    let space = margin - left.displayWidth - right.displayWidth
    guard space >= 2 else {
      paragraph(title, style: .bold)
      paragraph(right, indent: 2, style: style)
      return
    }
    lines.append(
      self.style(left.guardedLine, .bold) + String(repeating: " ", count: space)
        + self.style(right, style))
  }

  /// One row of a list: sign, subject, number, and what belongs to it.
  ///
  /// All in one line if it fits; else what does not fit goes below, indented. Nothing is cut.
  mutating func row(_ row: TerminalRow, _ columns: TerminalColumns) {
    let lead = "  \(row.sign) "
    let sign = style(lead, row.style)
    let tail = row.tail.escapedForTerminal
    var head = row.subject.escapedForTerminal.padded(toWidth: columns.subject)
    if let number = row.number {
      head += "  " + number.escapedForTerminal.padded(toWidth: columns.number)
    }
    let start = lead.displayWidth + head.displayWidth + 2
    let room = width - start
    if room >= TerminalColumns.leastTail || tail.displayWidth <= room {
      for (offset, piece) in tail.wrapped(toWidth: room).enumerated() {
        let before = offset == 0 ? "\(sign)\(head)  " : String(repeating: " ", count: start)
        lines.append((before + piece).trimmedEnd.guardedLine)
      }
    } else if lead.displayWidth + head.trimmedEnd.displayWidth <= width {
      lines.append((sign + head).trimmedEnd.guardedLine)
      below(row.tail)
    } else {
      paragraph(row.subject, prefix: lead)
      below(row.number ?? "")
      below(row.tail)
    }
  }

  private mutating func below(_ text: String) {
    if !text.isEmpty { paragraph(text, indent: 6) }
  }

  private func style(_ text: String, _ style: TerminalStyle) -> String {
    style.applied(to: text, color)
  }
}

/// One row, before it is fitted to the page.
struct TerminalRow {
  var sign: String
  var style: TerminalStyle
  var subject: String
  /// What has a column of its own; `nil` if the tail begins there.
  var number: String?
  /// May be empty.
  var tail: String
}

/// How wide the columns of a list are.
struct TerminalColumns {
  /// From how many columns on what belongs to a row is wrapped beside it and not below it.
  static let leastTail = 30

  var subject: Int
  var number: Int

  /// As wide as the rows need, but never more than leaves room for the others.
  init(_ rows: [TerminalRow], width: Int) {
    number = min(rows.compactMap { $0.number?.displayWidth }.max() ?? 0, width / 3)
    subject = min(rows.map(\.subject.displayWidth).max() ?? 0, width - number - 8, width / 2)
  }
}

/// What colour repeats. Words and signs say it all without.
enum TerminalStyle: String {
  case plain
  case bold = "1"
  case red = "31"
  case yellow = "33"
  case green = "32"

  /// The text between SGR sequences (ECMA-48 §8.3.117), if there is colour.
  func applied(to text: String, _ color: Bool) -> String {
    color && self != .plain && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
