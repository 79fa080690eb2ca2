import VerdictModel

@testable import VerdictPolicy

/// A policy that extends others, put together from texts by their names.
func assembly(
  _ text: String, named name: String = "policy.json", _ files: [String: String]
) throws(PolicyErrors) -> PolicyAssembly {
  var assembly = try PolicyAssembly(Array(text.utf8), of: name)
  while let base = assembly.next {
    guard let text = files[base.name] else { throw base.unreadable("no such file") }
    try assembly.add(Array(text.utf8))
  }
  return assembly
}

/// What is wrong with a policy that extends others: a line each, with the file.
func refusal(of text: String, _ files: [String: String] = [:]) -> String? {
  do throws(PolicyErrors) {
    _ = try PolicyReader(formats: testFormats).read(try assembly(text, files))
    return nil
  } catch {
    return error.errors.map { "\($0.position.file ?? "policy.json"):\($0)" }
      .joined(separator: "\n")
  }
}
