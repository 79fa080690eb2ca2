#ifndef CSIMDJSON_SHIM_H
#define CSIMDJSON_SHIM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A simdjson DOM parser, which keeps its memory from text to text.
typedef struct csimdjson_parser csimdjson_parser;

/// What simdjson wrote when it read a text: see simdjson's doc/tape.md.
typedef struct {
  const uint64_t *words;
  /// Every string as its length (4 bytes, the machine's order), its bytes and a NUL.
  const uint8_t *strings;
} csimdjson_tape;

/// How reading a text ended. simdjson tells more kinds of errors apart, but not where they are, so
/// the words are somebody else's.
typedef enum {
  csimdjson_read,
  /// Some number fits neither 64 bits nor a double; the rest was not looked at.
  csimdjson_number_out_of_range,
  csimdjson_refused,
} csimdjson_outcome;

/// How many readable bytes must follow a text.
size_t csimdjson_padding(void);

/// Makes a parser that refuses arrays and objects nested deeper than `maximum_depth`; NULL if there
/// is no memory.
csimdjson_parser *csimdjson_make_parser(size_t maximum_depth);

/// Gives the parser's memory back, and with it the last tape.
void csimdjson_free_parser(csimdjson_parser *parser);

/// Reads a text. The tape is good until the next call.
csimdjson_outcome csimdjson_parse(csimdjson_parser *parser, const uint8_t *text, size_t length,
                                  csimdjson_tape *tape);

/// Where the value that begins at `start` ends, as far as brackets and quotes tell, without reading
/// it; `length` if it does not end. `text` must be padded.
size_t csimdjson_end_of_value(const uint8_t *text, size_t length, size_t start);

#ifdef __cplusplus
}
#endif

#endif
