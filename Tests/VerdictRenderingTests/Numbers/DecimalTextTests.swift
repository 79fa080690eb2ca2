import Testing
import VerdictModel

@testable import VerdictRendering

@Suite struct DecimalTextTests {
  private func text(
    _ numerator: Int128, _ denominator: Int128, digits: Int = 2, apartFrom marks: [Fraction] = [],
    signed: Bool = false
  ) throws -> String {
    let value = try #require(Fraction(numerator, over: denominator))
    return DecimalText.text(value, digits: digits, apartFrom: marks, signed: signed)
  }

  @Test func wholeNumbersHaveNoDigits() throws {
    #expect(try text(80, 1) == "80")
    #expect(try text(0, 1) == "0")
    #expect(try text(160, 2, signed: true) == "+80")
  }

  @Test func digitsAreCutAndNotRounded() throws {
    #expect(try text(500, 7) == "71.42")
    #expect(try text(99999, 1000) == "99.99")
    #expect(try text(-1999, 1000) == "−1.99")
    #expect(try text(812, 10) == "81.20")
    #expect(try text(201, 200) == "1.00")
  }

  @Test func thereAreAsManyDigitsAsMakeTheDifferenceVisible() throws {
    let eighty = [Fraction(80)]
    #expect(try text(79996, 1000, apartFrom: eighty) == "79.996")
    #expect(try text(799_999_953, 10_000_000, apartFrom: eighty) == "79.999995")
    #expect(try text(80001, 1000, apartFrom: eighty) == "80.001")
    #expect(try text(7995, 100, apartFrom: eighty) == "79.95")
    #expect(try text(-2001, 1000, apartFrom: [Fraction(-2)]) == "−2.001")
    #expect(try text(-1996, 1000, apartFrom: [Fraction(-2)]) == "−1.996")
  }

  @Test func aNumberNeverLooksLikeZeroUnlessItIs() throws {
    #expect(try text(3, 1000) == "0.003")
    #expect(try text(-1, 30_000, signed: true) == "−0.00003")
  }

  @Test func digitsEndSomewhere() throws {
    let denominator = power(of: 10, 20)
    #expect(
      try text(80 * denominator - 1, denominator, apartFrom: [Fraction(80)])
        == "79.999999999999999999")
    #expect(try text(1, power(of: 10, 30)) == "0.000000000000000000")
  }

  @Test func theLargestNumbersAreWritten() throws {
    #expect(
      try text(.max, 2) == "85070591730234615865843651857942052863.50")
    #expect(try text(.max, .max - 1) == "1.00")
  }
}
