"""The names of the toolchain's actions."""

_NAMES = {
    "assemble": "assemble",
    "c_compile": "c-compile",
    "cc_flags_make_variable": "cc-flags-make-variable",
    "clif_match": "clif-match",
    "cpp_compile": "c++-compile",
    "cpp_header_analysis": "c++-header-analysis",
    "cpp_header_parsing": "c++-header-parsing",
    "cpp_link_dynamic_library": "c++-link-dynamic-library",
    "cpp_link_executable": "c++-link-executable",
    "cpp_link_nodeps_dynamic_library": "c++-link-nodeps-dynamic-library",
    "cpp_link_static_library": "c++-link-static-library",
    "cpp_module_codegen": "c++-module-codegen",
    "cpp_module_compile": "c++-module-compile",
    "dwp": "dwp",
    "linkstamp_compile": "linkstamp-compile",
    "llvm_cov": "llvm-cov",
    "llvm_profdata": "llvm-profdata",
    "lto_backend": "lto-backend",
    "lto_index_for_dynamic_library": "lto-index-for-dynamic-library",
    "lto_index_for_executable": "lto-index-for-executable",
    "lto_index_for_nodeps_dynamic_library": "lto-index-for-nodeps-dynamic-library",
    "lto_indexing": "lto-indexing",
    "objc_archive": "objc-archive",
    "objc_compile": "objc-compile",
    "objc_executable": "objc-executable",
    "objc_fully_link": "objc-fully-link",
    "objcpp_compile": "objc++-compile",
    "objcpp_executable": "objc++-executable",
    "objcopy_embed_data": "objcopy_embed_data",
    "preprocess_assemble": "preprocess-assemble",
    "strip": "strip",
    "validate_static_library": "validate-static-library",
}

ACTION_NAMES = struct(**_NAMES)

C_COMPILE_ACTION_NAME = ACTION_NAMES.c_compile
CPP_COMPILE_ACTION_NAME = ACTION_NAMES.cpp_compile
CPP_LINK_DYNAMIC_LIBRARY_ACTION_NAME = ACTION_NAMES.cpp_link_dynamic_library
CPP_LINK_EXECUTABLE_ACTION_NAME = ACTION_NAMES.cpp_link_executable
CPP_LINK_NODEPS_DYNAMIC_LIBRARY_ACTION_NAME = ACTION_NAMES.cpp_link_nodeps_dynamic_library
CPP_LINK_STATIC_LIBRARY_ACTION_NAME = ACTION_NAMES.cpp_link_static_library
STRIP_ACTION_NAME = ACTION_NAMES.strip
