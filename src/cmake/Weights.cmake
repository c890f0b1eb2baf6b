# digestkg_compile_weights(ROOT FILES OUT): makes sources that hold the weights ready for scoring, so that no text is parsed when the
# program starts; found at run time with std::span<const EmbeddedFile> digestkg::compiled_weights(). OUT becomes the list of sources.
function(digestkg_compile_weights root files out)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/weights)
  file(MAKE_DIRECTORY ${folder})
  set(src ${PROJECT_SOURCE_DIR}/src)
  add_executable(digestkg_compile_weights ${src}/tools/compile_weights.cpp ${src}/extract/compiled_model.cpp
                 ${src}/base/perfect_hash.cpp)
  target_include_directories(digestkg_compile_weights PRIVATE ${src})
  target_link_libraries(digestkg_compile_weights PRIVATE digestkg_flags)

  list(FILTER files INCLUDE REGEX "^weights/.*\\.tsv$")
  set(names "")
  foreach(file IN LISTS files)
    cmake_path(GET file STEM name)
    list(APPEND names ${name})
  endforeach()
  list(TRANSFORM files PREPEND ${root}/)
  list(TRANSFORM names PREPEND ${folder}/ OUTPUT_VARIABLE made)
  add_custom_command(OUTPUT ${made} COMMAND digestkg_compile_weights ${folder} ${files} DEPENDS digestkg_compile_weights ${files}
                     COMMENT "Compiling the weights" VERBATIM)
  digestkg_embed(${folder} "${names}" sources compiled_weights)
  set(${out} ${sources} PARENT_SCOPE)
endfunction()
