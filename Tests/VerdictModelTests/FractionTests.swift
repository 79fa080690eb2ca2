import Testing
import VerdictModel

@Suite struct FractionTests {
  @Test func isKeptInLowestTermsWithAPositiveDenominator() throws {
    let fraction = try #require(Fraction(6, over: -8))
    #expect(fraction.numerator == -3)
    #expect(fraction.denominator == 4)
  }

  @Test func hasNoZeroDenominator() {
    #expect(Fraction(1, over: 0) == nil)
    #expect(Fraction(percentOf: .none) == nil)
  }

  @Test func comparesWhereProductsWouldOverflow() throws {
    let large = try #require(Fraction(.max, over: .max - 1))
    let larger = try #require(Fraction(.max - 1, over: .max - 2))
    #expect(large < larger)
    #expect(!(larger < large))
    #expect(Fraction(-1) < .zero)
  }

  @Test func overflowIsNilAndNotATrap() throws {
    let large = try #require(Fraction(.max, over: 3))
    #expect(large.times(large) == nil)
    #expect(large.plus(large) == nil)
    #expect(Fraction(.min, over: 1) == nil)
    #expect(Fraction(1).divided(by: .zero) == nil)
  }

  @Test(arguments: [(7, 2, 3, 4), (-7, 2, -4, -3), (6, 2, 3, 3)])
  func rounds(numerator: Int, denominator: Int, down: Int, up: Int) throws {
    let fraction = try #require(Fraction(Int128(numerator), over: Int128(denominator)))
    #expect(fraction.roundedDown == Int128(down))
    #expect(fraction.roundedUp == Int128(up))
  }

  @Test func calculatesExactly() throws {
    let third = try #require(Fraction(1, over: 3))
    #expect(third.plus(third)?.plus(third) == Fraction(1))
    #expect(third.minus(third) == .zero)
    #expect(third.times(Fraction(3)) == Fraction(1))
    #expect(Fraction(1).divided(by: Fraction(3)) == third)
  }
}
