// Finds the end of a JSON value 64 bytes at a time, with the bit tricks of simdjson's first stage
// (Langdale, Lemire: Parsing Gigabytes of JSON per Second, 2019, section 3.1). simdjson itself can
// only do this for a whole document, with 4 bytes of memory for each bracket, comma and colon.

#include "shim.h"

#include <cstring>

namespace {

using bytes64 = uint8_t __attribute__((ext_vector_type(64)));
using bits64 = bool __attribute__((ext_vector_type(64)));

/// Which of the 64 bytes equal one character, the first in the lowest bit.
#define MATCHES(bytes, character)                                                                  \
  __builtin_bit_cast(uint64_t, __builtin_convertvector((bytes) == (uint8_t)(character), bits64))

/// Each bit becomes the parity of itself and all below: between an opening quote (included) and the
/// closing one (excluded), all bits are set.
inline uint64_t parity(uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

/// Which bytes a backslash before them escapes.
///
/// @param carry Whether the last block ended in a backslash that escapes the next byte.
inline uint64_t escaped(uint64_t backslashes, bool &carry) {
  uint64_t result = carry;
  backslashes &= ~result;
  carry = false;
  while (backslashes) {
    const uint64_t backslash = backslashes & -backslashes;
    const uint64_t next = backslash << 1;
    carry = next == 0;
    result |= next;
    backslashes &= ~(backslash | next);
  }
  return result;
}

/// The end of an array, an object or a string.
size_t end_of_bracketed(const uint8_t *text, size_t length, size_t start) {
  const bool is_string = text[start] == '"';
  size_t depth = 0;
  uint64_t inside = 0;
  bool carry = false;
  for (size_t offset = start; offset < length; offset += 64) {
    bytes64 block;
    std::memcpy(&block, text + offset, sizeof block);
    const uint64_t quotes = MATCHES(block, '"') & ~escaped(MATCHES(block, '\\'), carry);
    if (is_string) {
      const uint64_t closing = offset == start ? quotes & (quotes - 1) : quotes;
      if (closing) return offset + __builtin_ctzll(closing) + 1;
      continue;
    }
    const uint64_t strings = parity(quotes) ^ inside;
    inside = strings >> 63 ? ~uint64_t(0) : 0;
    const bytes64 folded = block | (uint8_t)0x20;  // [ becomes {, ] becomes }
    const uint64_t opening = MATCHES(folded, '{') & ~strings;
    const uint64_t closing = MATCHES(folded, '}') & ~strings;
    const size_t closings = __builtin_popcountll(closing);
    if (closings < depth) {
      depth += __builtin_popcountll(opening) - closings;
      continue;
    }
    for (uint64_t brackets = opening | closing; brackets; brackets &= brackets - 1) {
      if (opening & brackets & -brackets) {
        depth += 1;
      } else if (--depth == 0) {
        return offset + __builtin_ctzll(brackets) + 1;
      }
    }
  }
  return length;
}

}  // namespace

// Long lists are read element by element, each of them small enough for the processor's cache.
// Where an element ends must be known first, and this must cost next to nothing.
size_t csimdjson_end_of_value(const uint8_t *text, size_t length, size_t start) {
  if (start >= length) return length;
  const uint8_t first = text[start];
  if (first == '{' || first == '[' || first == '"') {
    const size_t end = end_of_bracketed(text, length, start);
    return end < length ? end : length;
  }
  size_t end = start;
  while (end < length && !std::strchr(",]} \t\r\n", text[end])) end += 1;
  return end;
}
