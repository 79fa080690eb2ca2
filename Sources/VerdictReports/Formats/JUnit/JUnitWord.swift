import XMLStream

/// The names that the reader of JUnit reports knows, the most frequent ones first, as `XMLVocabulary`
/// asks.
enum JUnitWord: Int, XMLVocabulary {
  case testcase, name, classname, time, file, line, status, result
  case failure, error, skipped, message, type
  case systemOut, systemErr
  case flakyFailure, flakyError, rerunFailure, rerunError
  case testsuite, testsuites, testrun
  case tests, failures, errors
  case duration, `class`, filepath, lineno
  case skip, skips, ignored, disabled

  var spelling: String {
    switch self {
    case .systemOut: "system-out"
    case .systemErr: "system-err"
    default: String(describing: self)
    }
  }
}
