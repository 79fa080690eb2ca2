#include "shim.h"

#include <new>
#include <simdjson.h>

struct csimdjson_parser {
  simdjson::dom::parser dom;
  size_t maximum_depth;
};

// Part of simdjson's contract with its callers, and only known to its header.
size_t csimdjson_padding(void) { return simdjson::SIMDJSON_PADDING; }

// C++ objects cannot cross into Swift by value without C++ interoperability, so Swift holds a handle.
csimdjson_parser *csimdjson_make_parser(size_t maximum_depth) {
  auto *parser = new (std::nothrow) csimdjson_parser;
  if (parser) parser->maximum_depth = maximum_depth;
  return parser;
}

// The counterpart: only C++ can run the destructor.
void csimdjson_free_parser(csimdjson_parser *parser) { delete parser; }

// One call per text, and none per value: Swift walks the tape by itself.
csimdjson_outcome csimdjson_parse(csimdjson_parser *parser, const uint8_t *text, size_t length,
                                  csimdjson_tape *tape) {
  auto &dom = parser->dom;
  // The depth can only be set together with the capacity. Doubling keeps a list of ever larger
  // texts from allocating for each of them.
  if (dom.capacity() < length || dom.max_depth() != parser->maximum_depth) {
    size_t capacity = length < 2 * dom.capacity() ? 2 * dom.capacity() : length;
    if (capacity > dom.max_capacity()) capacity = dom.max_capacity();
    if (dom.allocate(capacity, parser->maximum_depth)) return csimdjson_refused;
  }
  const auto error = dom.parse(text, length, /* realloc_if_needed: */ false).error();
  if (error == simdjson::NUMBER_ERROR) return csimdjson_number_out_of_range;
  if (error) return csimdjson_refused;
  tape->words = dom.doc.tape.get();
  tape->strings = dom.doc.string_buf.get();
  return csimdjson_read;
}
