import ArgumentParser
import VerdictModel

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Moment {
  /// The clock. Read here and nowhere else.
  static var current: Moment { Moment(seconds: Int(Date().timeIntervalSince1970)) }
}

extension Moment: ExpressibleByArgument {
  /// Reads the value of `--now`.
  package init?(argument: String) {
    self.init(argument)
  }
}
