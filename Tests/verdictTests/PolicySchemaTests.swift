import TestSupport
import Testing
import VerdictPolicy
import VerdictReports

@Suite("verdict policy schema")
struct PolicySchemaTests {
  @Test("prints the schema of policies with the registered formats, or that of waivers")
  func prints() async throws {
    let directory = try TemporaryDirectory()
    let policy = try await Program.run(["policy", "schema"], in: directory.path)
    #expect(policy.output == policySchema(formats: ReportFormats.all.map(\.id)))
    #expect(policy.status == 0)
    let waivers = try await Program.run(["policy", "schema", "--waivers"], in: directory.path)
    #expect(waivers.output == waiversSchema())
    #expect(waivers.status == 0)
  }
}
