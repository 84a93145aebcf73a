# embed(TARGET ROOM files…): puts the files, byte for byte, into the read-only part of the program, where they are
# paged in on demand like any mapped file, and generates the function
#   std::string_view recoupe::ROOM::embedded(std::string_view path)
# (declare it in the room; paths are as given here, relative to the room; an unknown path gives a null view).
# A file made by the build is given as NAME=/absolute/path and found under NAME.
# So one executable is all that has to be copied to another machine.
function(embed target room)
  set(assembly "    .section .rodata\n")
  set(declarations "")
  set(rows "")
  set(index 0)
  set(paths "")
  foreach(path ${ARGN})
    set(key ${path})
    if(path MATCHES "^([^=]+)=(.+)$")
      set(key ${CMAKE_MATCH_1})
      set(path ${CMAKE_MATCH_2})
    endif()
    cmake_path(ABSOLUTE_PATH path BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} OUTPUT_VARIABLE absolute)
    list(APPEND paths ${absolute})
    set(symbol recoupe_${room}_${index})
    string(APPEND assembly
      "    .balign 64\n    .global ${symbol}\n${symbol}:\n    .incbin \"${absolute}\"\n    .global ${symbol}_end\n${symbol}_end:\n    .byte 0\n")
    string(APPEND declarations "extern \"C\" const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND rows "  if (path == \"${key}\") return {${symbol}, static_cast<size_t>(${symbol}_end - ${symbol})};\n")
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembly "    .section .note.GNU-stack,\"\",@progbits\n")
  set(base ${CMAKE_CURRENT_BINARY_DIR}/embedded_${room})
  file(CONFIGURE OUTPUT ${base}.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${base}.cpp CONTENT
"#include <string_view>
${declarations}
namespace recoupe::${room} {
std::string_view embedded(std::string_view path);
std::string_view embedded(std::string_view path) {
${rows}  return {};
}
}  // namespace recoupe::${room}
" @ONLY)
  set_source_files_properties(${base}.S PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE ${base}.S ${base}.cpp)
endfunction()
