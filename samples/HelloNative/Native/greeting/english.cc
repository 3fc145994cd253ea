#include "greeting/greeting.h"

const char* const hello::kGreeting = "Hello";
