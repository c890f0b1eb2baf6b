# digestkg_compile_lexicon(ROOT FILES OUT): makes sources that hold the lexicon ready for lookup, so that no TOML is read when the
# program starts. OUT becomes the list of sources.
function(digestkg_compile_lexicon root files out)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/lexicon)
  file(MAKE_DIRECTORY ${folder})
  set(src ${PROJECT_SOURCE_DIR}/src)
  add_executable(digestkg_compile_lexicon ${src}/tools/compile_lexicon.cpp ${src}/ontology/lexicon_file.cpp ${src}/ontology/lexicon_index.cpp
                 ${src}/ontology/fold.cpp ${src}/ontology/vocabulary.cpp ${src}/base/diagnostic.cpp ${src}/base/utf8.cpp)
  target_include_directories(digestkg_compile_lexicon PRIVATE ${src})
  target_link_libraries(digestkg_compile_lexicon PRIVATE digestkg_flags tomlplusplus::tomlplusplus PkgConfig::utf8proc)

  list(FILTER files INCLUDE REGEX "^lexicon/.*\\.toml$")
  list(SORT files)
  list(TRANSFORM files PREPEND ${root}/)
  set(parts names metrics not_names)
  list(TRANSFORM parts PREPEND ${folder}/ OUTPUT_VARIABLE made)
  add_custom_command(OUTPUT ${made} COMMAND digestkg_compile_lexicon ${folder} ${files} DEPENDS digestkg_compile_lexicon ${files}
                     COMMENT "Compiling the lexicon" VERBATIM)

  set(assembly ".section .rodata\n")
  set(declarations "")
  set(members "")
  foreach(part IN LISTS parts)
    string(APPEND assembly ".global digestkg_lexicon_${part}\ndigestkg_lexicon_${part}:\n.incbin \"${folder}/${part}\"\n"
                           ".global digestkg_lexicon_${part}_end\ndigestkg_lexicon_${part}_end:\n.byte 0\n")
    string(APPEND declarations "extern const char digestkg_lexicon_${part}[], digestkg_lexicon_${part}_end[];\n")
    string(APPEND members "      {digestkg_lexicon_${part}, digestkg_lexicon_${part}_end},\n")
  endforeach()
  file(CONFIGURE OUTPUT ${folder}/lexicon.S CONTENT "${assembly}.section .note.GNU-stack,\"\",@progbits\n" @ONLY)
  file(CONFIGURE OUTPUT ${folder}/lexicon.cpp @ONLY CONTENT
       "// Made by src/cmake/Lexicon.cmake.\n#include \"ontology/compiled_lexicon.hpp\"\n\nextern \"C\" {\n${declarations}}\n\nnamespace digestkg {\n\n\
const CompiledLexicon& compiled_lexicon() {\n  static const CompiledLexicon lexicon{\n${members}  };\n  return lexicon;\n}\n\n}  // namespace digestkg\n")
  set_source_files_properties(${folder}/lexicon.S PROPERTIES OBJECT_DEPENDS "${made}")
  set(${out} ${folder}/lexicon.S ${folder}/lexicon.cpp PARENT_SCOPE)
endfunction()
