#ifndef VERSION_VERSION_H_
#define VERSION_VERSION_H_

namespace hello {

// The number in the file VERSION when the library was built.
int Version();

}  // namespace hello

#endif  // VERSION_VERSION_H_
