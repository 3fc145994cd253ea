#ifndef GREETING_GREETING_H_
#define GREETING_GREETING_H_

#include <string>

namespace hello {

// The greeting for `name` in the language that the library was built for.
std::string Greet(const std::string& name);

}  // namespace hello

#endif  // GREETING_GREETING_H_
