#include "version/version.h"

#include "version/version_number.h"

namespace hello {

int Version() { return HELLO_VERSION; }

}  // namespace hello
