import VerdictModel
import VerdictPolicy
import VerdictReports

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What libFuzzer calls with every input it thinks of (LLVM, *libFuzzer*, "Fuzz Target").
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.check(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// The reader under test, which the environment names: an input's bytes belong to the reader alone.
private let target: FuzzTarget = {
  let name = getenv("VERDICT_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(named: name) else {
    fatalError("VERDICT_FUZZ_TARGET is '\(name)', expected diff, policy, any or a format")
  }
  return target
}()
