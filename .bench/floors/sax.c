// The floor of Cobertura and JUnit: libxml2's push parser, fed 64 KiB at a time, tells nobody.
//
// Prints 0, the code of a document without faults.

#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>

enum { chunk_size = 64 * 1024 };

int main(int count, char **arguments) {
  static char chunk[chunk_size];
  FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
  if (!file) return 2;
  setvbuf(file, NULL, _IONBF, 0);

  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  // Four bytes tell the encoding.
  size_t length = fread(chunk, 1, 4, file);
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, chunk, (int)length, NULL);
  if (!parser) return 2;

  int code = 0;
  while (!code && (length = fread(chunk, 1, sizeof chunk, file)) > 0) {
    code = xmlParseChunk(parser, chunk, (int)length, 0);
  }
  if (!code) code = xmlParseChunk(parser, chunk, 0, 1);
  printf("%d\n", code);
  xmlFreeParserCtxt(parser);
  fclose(file);
  return code != 0;
}
