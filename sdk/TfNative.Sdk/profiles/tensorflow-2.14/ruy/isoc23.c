/* glibc 2.38 gave strtol a second name for C23's binary literals; code compiled against its headers asks for that
   name. On an older glibc it is supplied here, for this library alone. */
#include <stdlib.h>

__attribute__((visibility("hidden"))) long __isoc23_strtol(const char *text, char **end, int base) {
  return strtol(text, end, base);
}
