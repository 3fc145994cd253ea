#include <cstring>
#include <string>

#include "greeting/greeting.h"
#include "version/version.h"

#define HELLO_API extern "C" __attribute__((visibility("default")))

// Writes the greeting for `name` as UTF-8 with a closing zero into `buffer`; gives its length without the zero, also
// when the buffer is too small and was left alone.
HELLO_API int hello_greet(const char* name, char* buffer, int size) {
  const std::string text = hello::Greet(name);
  const int length = static_cast<int>(text.size());
  if (length < size) std::memcpy(buffer, text.c_str(), length + 1);
  return length;
}

HELLO_API int hello_version() { return hello::Version(); }
