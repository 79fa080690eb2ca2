import XMLStream

/// The names that the reader of JUnit reports knows, the most frequent ones first, as
/// `XMLVocabulary` asks.
enum JUnitWord: Int, XMLVocabulary {
  case testcase, name, classname, time, file, line, status, result
  case failure, error, skipped, message, type
  case systemOut, systemErr
  case flakyFailure, flakyError, rerunFailure, rerunError
  case testsuite, testsuites, testrun
  case tests, failures, errors, timestamp
  case duration, `class`, filepath, lineno
  case property, value, hostname, package, id
  case skip, skips, ignored, disabled
  case success, passed
  case capitalFailure, capitalError, capitalSkipped
  case upperFailure, upperError, upperSkipped

  var spelling: String {
    switch self {
    case .systemOut: "system-out"
    case .systemErr: "system-err"
    case .capitalFailure: "Failure"
    case .capitalError: "Error"
    case .capitalSkipped: "Skipped"
    case .upperFailure: "FAILURE"
    case .upperError: "ERROR"
    case .upperSkipped: "SKIPPED"
    default: String(describing: self)
    }
  }
}
