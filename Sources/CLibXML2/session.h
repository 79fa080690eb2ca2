#ifndef CLIBXML2_SESSION_H
#define CLIBXML2_SESSION_H

#include <libxml/parser.h>
#include <string.h>

enum { verdict_xml_leaf_attribute_limit = 3 };

/// One leaf (leaves.h) among those gathered.
typedef struct {
  /// 1-based, where its start tag ends.
  int line;
  /// Of leaves of numbers the numbers; otherwise where each value begins and ends among the bytes of
  /// all.
  int values[2 * verdict_xml_leaf_attribute_limit];
} verdict_xml_leaf;

/// What the callbacks of one parse get as their user data.
typedef struct verdict_xml_session verdict_xml_session;
struct verdict_xml_session {
  /// The Swift object that takes the events.
  void *owner;
  xmlParserCtxtPtr context;

  /// How many elements are open, and how many may be.
  int depth;
  int depth_limit;
  void (*tell_start)(verdict_xml_session *, const xmlChar *, int, const xmlChar **);
  void (*tell_end)(verdict_xml_session *, const xmlChar *);

  /// What a leaf is: names from libxml2's dictionary; NULL if nobody asked for leaves.
  const xmlChar *leaf_name;
  const xmlChar *leaf_attributes[verdict_xml_leaf_attribute_limit];
  int leaf_attribute_count;
  /// Whether all values of a leaf are numbers.
  int leaf_is_numbers;
  /// The leaves gathered; of the last one the end may be missing.
  verdict_xml_leaf *leaves;
  int leaf_count;
  int leaf_is_open;
  xmlChar *leaf_bytes;
  int leaf_used;
  /// Where those of the last leaf begin.
  int leaf_begin;
  /// The line of a leaf that is told as an element; 0 otherwise.
  int leaf_line;
  void (*tell_leaves)(verdict_xml_session *, int);

  /// The first fatal error; `code` is 0 while there is none.
  int code;
  /// 1-based.
  int line;
  /// 1-based; 0 if libxml2 does not know.
  int column;
  /// libxml2's words, cut off where they do not fit; ends in NUL.
  char message[256];
};

#endif
