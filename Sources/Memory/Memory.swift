import CMemory

/// The process's memory: what C library and kernel have to be told so that it do not slow down reading.
package enum Memory {
  /// Address space that a heap takes at once; what is never written to takes no memory. Less than
  /// the 64 MiB that a thread's heap may have.
  private static let step: Int32 = 48 * 1024 * 1024

  /// Makes heaps grow in large steps; to be called before any thread is started.
  ///
  /// glibc gives every thread a heap of its own, and asks the kernel for each single page by which
  /// it grows: reading a large report took a twentieth longer for it.
  package static func growInLargeSteps() {
    verdict_grow_heaps_by(step)
  }

  /// Keeps a value until the process ends, which is to be soon: the kernel then takes the memory back
  /// at once, while to free a hundred thousand findings one by one takes a tenth of a check.
  package static func keepUntilExit(_ value: some Sendable) {
    _ = Unmanaged.passRetained(Kept(value))
  }

  private final class Kept<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) {
      self.value = value
    }
  }
}

extension Array {
  /// Makes room in advance for so many elements, most of which will come, in large pages where
  /// there are any: to be handed its memory in pages of 4 KiB took a tenth of the time in which a
  /// large report is read.
  package mutating func reserveLargeCapacity(_ count: Int) {
    reserveCapacity(count)
    let size = capacity * MemoryLayout<Element>.stride
    withUnsafeMutableBytes { verdict_use_large_pages($0.baseAddress, size) }
  }
}
