# digestkg_embed(ROOT FILES OUT FUNCTION): makes sources that hold the bytes of ROOT/FILES..., found at run time with
# std::span<const EmbeddedFile> digestkg::FUNCTION(). OUT becomes the list of sources.
enable_language(ASM)

function(digestkg_embed root files out function)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${function})
  set(assembly ".section .rodata\n")
  set(table "// Made by src/cmake/Embed.cmake.\n#include \"ontology/embedded.hpp\"\n\nextern \"C\" {\n")
  set(entries "")
  set(index 0)
  set(paths "")
  list(SORT files)
  foreach(file IN LISTS files)
    string(APPEND assembly ".balign 64\n.global digestkg_${function}_${index}\ndigestkg_${function}_${index}:\n.incbin \"${root}/${file}\"\n"
                           ".global digestkg_${function}_${index}_end\ndigestkg_${function}_${index}_end:\n.byte 0\n")
    string(APPEND table "extern const char digestkg_${function}_${index}[], digestkg_${function}_${index}_end[];\n")
    string(APPEND entries "    {\"${file}\", {digestkg_${function}_${index}, digestkg_${function}_${index}_end}},\n")
    list(APPEND paths ${root}/${file})
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",@progbits\n")
  string(APPEND table "}\n\nnamespace digestkg {\n\nstd::span<const EmbeddedFile> ${function}() {\n"
                      "  static const EmbeddedFile files[] = {\n${entries}  };\n  return files;\n}\n\n}  // namespace digestkg\n")
  file(CONFIGURE OUTPUT ${folder}/files.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${folder}/files.cpp CONTENT "${table}" @ONLY)
  set_source_files_properties(${folder}/files.S PROPERTIES OBJECT_DEPENDS "${paths}")
  set(${out} ${folder}/files.S ${folder}/files.cpp PARENT_SCOPE)
endfunction()
