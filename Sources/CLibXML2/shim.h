#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

#include "characters.h"
#include "leaves.h"
#include "session.h"

// What Swift cannot do with libxml2 by itself: fields whose types changed between versions, and
// option sets that are separate enums.

/// The structured error of libxml2: became const in 2.12.
#if LIBXML_VERSION >= 21200
typedef const xmlError *verdict_xml_error;
#else
typedef xmlErrorPtr verdict_xml_error;
#endif

/// Keeps the first fatal error and drops the rest: libxml2 goes on after the first to the end of its
/// buffer, so that its "last error" is often a consequence. Errors that are not fatal are about
/// namespaces and validity, which nobody here asks for.
static inline void verdict_xml_keep_error(void *user_data, verdict_xml_error error) {
  verdict_xml_session *session = (verdict_xml_session *)user_data;
  if (session == NULL || error == NULL) return;
  if (error->level != XML_ERR_FATAL || session->code != 0) return;
  session->code = error->code;
  session->line = error->line;
  session->column = error->int2;
  if (error->message != NULL)
    strncpy(session->message, error->message, sizeof session->message - 1);
}

/// Says nothing. libxml2 2.9 tells of bytes that it cannot convert on standard error otherwise.
static inline void verdict_xml_say_nothing(void *user_data, const char *format, ...) {
  (void)user_data;
  (void)format;
}

/// Makes a push parser that calls `handler` with `session` as user data.
///
/// `head` are the first bytes, at least 4, from which libxml2 tells the encoding. NOENT replaces
/// predefined entities in attributes (without it `&amp;` arrives as `&#38;`) and is harmless because
/// `handler` stores no others; NONET forbids fetching; without NODICT, names are interned.
static inline xmlParserCtxtPtr verdict_xml_create(
    xmlSAXHandler *handler, verdict_xml_session *session, const char *head, int count) {
  xmlInitParser();  // Locked inside; the lazy initialisation elsewhere is not.
  xmlSetGenericErrorFunc(NULL, verdict_xml_say_nothing);  // For this thread.
  handler->initialized = XML_SAX2_MAGIC;
  handler->serror = (xmlStructuredErrorFunc)verdict_xml_keep_error;
  xmlParserCtxtPtr context = xmlCreatePushParserCtxt(handler, session, NULL, 0, NULL);
  session->leaves = malloc(verdict_xml_leaf_limit * sizeof(verdict_xml_leaf));
  session->leaf_bytes = malloc(verdict_xml_leaf_room);
  if (context == NULL || session->leaves == NULL || session->leaf_bytes == NULL) {
    xmlFreeParserCtxt(context);
    return NULL;
  }
  session->context = context;
  xmlCtxtUseOptions(context, XML_PARSE_NOENT | XML_PARSE_NONET);
  if (xmlParseChunk(context, head, count, 0) != 0 && session->code == 0)
    session->code = XML_ERR_INTERNAL_ERROR;
  return context;
}

/// Whether bytes have been given to the parser that it could not convert to UTF-8.
static inline int verdict_xml_has_unread_bytes(xmlParserCtxtPtr context) {
  return context->input != NULL && context->input->buf != NULL
    && context->input->buf->raw != NULL && xmlBufUse(context->input->buf->raw) > 0;
}

/// Parses a piece.
///
/// At bytes that are none in the document's encoding libxml2 2.9 stops, or waits for more, and tells
/// standard error at best: what came before them would look like the whole document.
static inline void verdict_xml_parse(
    xmlParserCtxtPtr context, verdict_xml_session *session, const char *bytes, int count,
    int is_last) {
  xmlParseChunk(context, bytes, count, is_last);
  if (session->code != 0) return;
  if (!context->disableSAX && !(is_last && verdict_xml_has_unread_bytes(context))) return;
  session->code = XML_I18N_CONV_FAILED;
  session->line = context->input == NULL ? 0 : context->input->line;
  strncpy(
      session->message, "bytes that are none in the document's encoding",
      sizeof session->message - 1);
}

/// The line of the start tag that is told, or that the parser has reached, 1-based.
static inline long verdict_xml_line(verdict_xml_session *session) {
  if (session->leaf_line > 0) return session->leaf_line;
  return session->context->input == NULL ? 0 : session->context->input->line;
}

/// How many line feeds the parser has been given and not come to yet.
static inline long verdict_xml_lines_ahead(xmlParserCtxtPtr context) {
  long count = 0;
  if (context->input == NULL || context->input->cur == NULL) return 0;
  for (const xmlChar *at = context->input->cur; at < context->input->end; at++)
    if (*at == '\n') count++;
  return count;
}

/// Whether the parser waits for the end of a CDATA section, in a document that it does not convert.
///
/// libxml2 2.9 hands out 300 bytes of such a section a call and keeps the rest, up to 10 MB.
static inline int verdict_xml_waits_for_cdata_end(xmlParserCtxtPtr context) {
  return context->instate == XML_PARSER_CDATA_SECTION && context->input != NULL
    && context->input->buf != NULL && context->input->buf->encoder == NULL;
}

/// Frees the parser and whatever an internal subset made it build.
static inline void verdict_xml_free(xmlParserCtxtPtr context, verdict_xml_session *session) {
  free(session->leaves);
  free(session->leaf_bytes);
  if (context == NULL) return;
  if (context->myDoc != NULL) xmlFreeDoc(context->myDoc);
  context->myDoc = NULL;
  xmlFreeParserCtxt(context);
}

#endif
