#ifndef CLIBXML2_LEAVES_H
#define CLIBXML2_LEAVES_H

#include <stdio.h>
#include <stdlib.h>

#include "session.h"

// Leaves: elements of one name that have the attributes asked for, no other, and nothing in them.
//
// Most of a report is such an element a million times over, and telling of each by itself costs more
// than parsing it. So their values are gathered, and told together before anything else is told.
// Leaves of numbers are those of which every value is a plain number, in digits alone.

enum {
  verdict_xml_leaf_limit = 512,
  verdict_xml_leaf_room = 64 * 1024
};

/// Tells the leaves that were gathered, but for one that has not ended.
static inline void verdict_xml_tell_leaves(verdict_xml_session *session) {
  int complete = session->leaf_count - session->leaf_is_open;
  if (complete == 0) return;
  session->tell_leaves(session, complete);
  if (session->leaf_is_open) session->leaves[0] = session->leaves[complete];
  session->leaf_count = session->leaf_is_open;
  if (session->leaf_is_numbers) return;
  int told = session->leaf_is_open ? session->leaf_begin : session->leaf_used;
  session->leaf_used -= told;
  memmove(session->leaf_bytes, session->leaf_bytes + told, session->leaf_used);
  if (!session->leaf_is_open) return;
  session->leaf_begin = 0;
  for (int index = 0; index < 2 * session->leaf_attribute_count; index++)
    session->leaves[0].values[index] -= told;
}

/// Where an attribute stands among as many as a leaf has, five pointers each; NULL if it does not.
static inline const xmlChar **verdict_xml_leaf_attribute(
    verdict_xml_session *session, const xmlChar **attributes, int number) {
  const xmlChar *name = session->leaf_attributes[number];
  // Nearly always in its own place.
  if (__builtin_expect(attributes[5 * number] == name, 1)) return attributes + 5 * number;
  for (int index = 0; index < session->leaf_attribute_count; index++)
    if (attributes[5 * index] == name) return attributes + 5 * index;
  return NULL;
}

/// A plain number below a billion as JSON would write it, so that it can be written out again; -1 for
/// anything else.
static inline int verdict_xml_number(const xmlChar *at, const xmlChar *end) {
  long count = end - at;
  if (count < 1 || count > 9 || (*at == '0' && count > 1)) return -1;
  int number = 0;
  for (; at < end; at++) {
    unsigned digit = (unsigned)*at - '0';
    if (digit > 9) return -1;
    number = number * 10 + (int)digit;
  }
  return number;
}

/// The place of the next leaf, with its line.
static inline verdict_xml_leaf *verdict_xml_next_leaf(verdict_xml_session *session) {
  if (session->leaf_count == verdict_xml_leaf_limit) verdict_xml_tell_leaves(session);
  verdict_xml_leaf *leaf = &session->leaves[session->leaf_count];
  leaf->line = session->context->input->line;
  return leaf;
}

/// Copies bytes behind those of the leaves before, and says where they are.
static inline int verdict_xml_keep(
    verdict_xml_session *session, const xmlChar *begin, const xmlChar *end) {
  int place = session->leaf_used;
  memcpy(session->leaf_bytes + place, begin, end - begin);
  session->leaf_used += (int)(end - begin);
  return place;
}

/// Gathers the texts of an element, given where each begins and ends.
///
/// Nearly always they stand in the parser's buffer one after the other: to copy what is between them
/// as well is cheaper than to copy each. Those that had to be decoded are elsewhere.
static inline int verdict_xml_gather_texts(
    verdict_xml_session *session, int count, const xmlChar *begins[], const xmlChar *ends[]) {
  const xmlChar *first = begins[0], *last = ends[0];
  long size = last - first;
  for (int index = 1; index < count; index++) {
    if (begins[index] < first) first = begins[index];
    if (ends[index] > last) last = ends[index];
    size += ends[index] - begins[index];
  }
  xmlParserInputPtr input = session->context->input;
  int is_together =
    first >= input->base && last <= input->end && last - first <= verdict_xml_leaf_room;
  if (is_together) size = last - first;
  if (size > verdict_xml_leaf_room - session->leaf_used) verdict_xml_tell_leaves(session);
  if (size > verdict_xml_leaf_room) return 0;
  verdict_xml_leaf *leaf = verdict_xml_next_leaf(session);
  int begin = session->leaf_begin = session->leaf_used;
  if (is_together) {
    verdict_xml_keep(session, first, last);
    for (int index = 0; index < count; index++) {
      leaf->values[2 * index] = begin + (int)(begins[index] - first);
      leaf->values[2 * index + 1] = begin + (int)(ends[index] - first);
    }
    return 1;
  }
  for (int index = 0; index < count; index++) {
    leaf->values[2 * index] = verdict_xml_keep(session, begins[index], ends[index]);
    leaf->values[2 * index + 1] = session->leaf_used;
  }
  return 1;
}

/// Gathers the numbers of an element, unless a value is none.
static inline int verdict_xml_gather_numbers(
    verdict_xml_session *session, int count, const xmlChar *begins[], const xmlChar *ends[]) {
  verdict_xml_leaf *leaf = verdict_xml_next_leaf(session);
  for (int index = 0; index < count; index++) {
    leaf->values[index] = verdict_xml_number(begins[index], ends[index]);
    if (leaf->values[index] < 0) return 0;
  }
  return 1;
}

/// Gathers an element's values, if its attributes are a leaf's.
///
/// Returns 0 if they are not.
static inline int verdict_xml_open_leaf(
    verdict_xml_session *session, int count, const xmlChar **attributes) {
  if (count != session->leaf_attribute_count) return 0;
  const xmlChar *begins[verdict_xml_leaf_attribute_limit], *ends[verdict_xml_leaf_attribute_limit];
  for (int index = 0; index < count; index++) {
    const xmlChar **attribute = verdict_xml_leaf_attribute(session, attributes, index);
    if (attribute == NULL) return 0;
    begins[index] = attribute[3];
    ends[index] = attribute[4];
  }
  int is_gathered = session->leaf_is_numbers
    ? verdict_xml_gather_numbers(session, count, begins, ends)
    : verdict_xml_gather_texts(session, count, begins, ends);
  if (!is_gathered) return 0;
  session->leaf_count += 1;
  session->leaf_is_open = 1;
  return 1;
}

/// Tells of an open leaf as an element, because something is in it.
static inline void verdict_xml_take_leaf_back(verdict_xml_session *session) {
  session->leaf_is_open = 0;
  session->leaf_count -= 1;
  verdict_xml_leaf leaf = session->leaves[session->leaf_count];
  char digits[verdict_xml_leaf_attribute_limit][12];
  const xmlChar *attributes[5 * verdict_xml_leaf_attribute_limit];
  for (int index = 0; index < session->leaf_attribute_count; index++) {
    const xmlChar **attribute = attributes + 5 * index;
    attribute[0] = session->leaf_attributes[index];
    attribute[1] = attribute[2] = NULL;
    if (session->leaf_is_numbers) {
      attribute[3] = (const xmlChar *)digits[index];
      attribute[4] =
        attribute[3] + snprintf(digits[index], sizeof digits[index], "%d", leaf.values[index]);
    } else {
      attribute[3] = session->leaf_bytes + leaf.values[2 * index];
      attribute[4] = session->leaf_bytes + leaf.values[2 * index + 1];
    }
  }
  if (session->leaf_count > 0) session->tell_leaves(session, session->leaf_count);
  session->leaf_count = 0;
  session->depth -= 1;
  session->leaf_line = leaf.line;
  session->tell_start(
      session, session->leaf_name, session->leaf_attribute_count, attributes);
  session->leaf_line = 0;
  session->depth += 1;
  session->leaf_used = 0;
}

/// For libxml2: a start tag.
static void verdict_xml_start(
    void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
    int namespace_count, const xmlChar **namespaces, int count, int defaulted,
    const xmlChar **attributes) {
  (void)prefix, (void)uri, (void)namespace_count, (void)namespaces;
  verdict_xml_session *session = (verdict_xml_session *)user_data;
  if (session->leaf_is_open) verdict_xml_take_leaf_back(session);
  int is_leaf = name == session->leaf_name && defaulted == 0
    && session->depth < session->depth_limit && verdict_xml_open_leaf(session, count, attributes);
  if (!is_leaf) {
    verdict_xml_tell_leaves(session);
    session->tell_start(session, name, count - defaulted, attributes);
  }
  session->depth += 1;
}

/// For libxml2: an end tag.
static void verdict_xml_end(
    void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix, (void)uri;
  verdict_xml_session *session = (verdict_xml_session *)user_data;
  session->depth -= 1;
  if (session->leaf_is_open) {
    session->leaf_is_open = 0;
    return;
  }
  verdict_xml_tell_leaves(session);
  session->tell_end(session, name);
}

#endif
