#include "greeting/greeting.h"

namespace hello {

std::string Greet(const std::string& name) { return kGreeting + (", " + name) + "!"; }

}  // namespace hello
