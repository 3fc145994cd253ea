extern "C" int mylibrary_answer() { return 42; }
