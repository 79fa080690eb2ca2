import JSONDocument
import VerdictModel

/// What `benchmark.json` holds (0.2.5 and later).
struct CriterionIdentity {
  /// What people call the benchmark. Not unique.
  let fullID: String
  /// The benchmark's directory, relative to Criterion's.
  let directory: String?
  let throughput: Throughput?

  /// - Returns: `nil` if there is no full id.
  init?(_ value: JSONValue, notices: inout NoticeCollector) {
    guard let fullID = value["full_id"]?.string else { return nil }
    self.fullID = fullID
    directory = value["directory_name"]?.string
    throughput = Self.throughput(value["throughput"])
    if throughput == nil, let value = value["throughput"], !value.isNull {
      notices.note("a throughput of unknown kind is ignored")
    }
  }

  /// One of `{"Bytes": n}`, `{"BytesDecimal": n}` (0.4), `{"Elements": n}`, `{"Bits": n}` (0.7) and
  /// `{"ElementsAndBytes": {"elements": n, "bytes": n}}` (0.8).
  private static func throughput(_ value: JSONValue?) -> Throughput? {
    let kinds: [(amount: JSONValue?, unit: String)] = [
      (value?["Bytes"], "bytes"),
      (value?["BytesDecimal"], "bytes"),
      (value?["Elements"], "elements"),
      (value?["Bits"], "bits"),
      (value?["ElementsAndBytes"]?["elements"], "elements"),
    ]
    for (amount, unit) in kinds {
      if let amount = amount?.int.flatMap(UInt64.init(exactly:)) {
        return Throughput(amount: amount, unit: unit)
      }
    }
    return nil
  }
}
