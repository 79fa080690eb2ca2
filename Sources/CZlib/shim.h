#ifndef CZLIB_SHIM_H
#define CZLIB_SHIM_H

#include <zlib.h>

/// `inflateInit2`, which is a macro, for gzip data: 15 is the largest window that there is, 16 asks
/// for gzip's header and trailer, whose sums zlib then checks.
static inline int verdict_gzip_begin(z_stream *stream) {
  return inflateInit2(stream, 15 + 16);
}

/// `deflateInit2`, which is a macro, for gzip data: with the fastest of zlib's levels, as the slower
/// ones take three times as long for a thirtieth less, and its usual memory and strategy. The header
/// names no system (RFC 1952 §2.3.1, `OS` 255) and no time: equal data is equal wherever it is made.
static inline int verdict_gzip_begin_writing(z_stream *stream, gz_header *header) {
  int status = deflateInit2(stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  if (status != Z_OK) return status;
  header->os = 255;
  return deflateSetHeader(stream, header);
}

#endif
