# digestkg_compile_words(ROOT OUT): makes sources that hold what is known of words ready for lookup, so that no text is parsed when the
# program starts; found at run time as digestkg::compiled_words().front(). OUT becomes the list of sources.
function(digestkg_compile_words root out)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/words)
  file(MAKE_DIRECTORY ${folder})
  set(src ${PROJECT_SOURCE_DIR}/src)
  add_executable(digestkg_compile_words ${src}/tools/compile_words.cpp ${src}/extract/compiled_words.cpp ${src}/base/perfect_hash.cpp)
  target_include_directories(digestkg_compile_words PRIVATE ${src})
  target_link_libraries(digestkg_compile_words PRIVATE digestkg_flags tomlplusplus::tomlplusplus)

  set(files ${root}/lexicon/words.txt ${root}/rules/words.toml)
  add_custom_command(OUTPUT ${folder}/words COMMAND digestkg_compile_words ${folder}/words ${files}
                     DEPENDS digestkg_compile_words ${files} COMMENT "Compiling the words" VERBATIM)
  digestkg_embed(${folder} words sources compiled_words)
  set(${out} ${sources} PARENT_SCOPE)
endfunction()
