#ifndef CSIMDJSON_SHIM_H
#define CSIMDJSON_SHIM_H
#endif
