/// A list for help pages, the second column aligned.
func helpList(_ rows: [(name: String, text: String)]) -> String {
  let width = rows.map(\.name.count).max() ?? 0
  return rows.map { row in
    "  \(row.name)" + String(repeating: " ", count: width - row.name.count + 2) + row.text
  }.joined(separator: "\n")
}
