#ifndef CSIMDJSON_LIBRARY_H
#define CSIMDJSON_LIBRARY_H

/* simdjson is C++ and is included by the shim in CSIMDJSON. This target only says where to find
   it: pkg-config knows. */

#endif
