#ifndef GREETING_GREETING_H_
#define GREETING_GREETING_H_

#include <string>

namespace hello {

// The word that the language the library was built for greets with.
extern const char* const kGreeting;

// The greeting for `name`.
std::string Greet(const std::string& name);

}  // namespace hello

#endif  // GREETING_GREETING_H_
