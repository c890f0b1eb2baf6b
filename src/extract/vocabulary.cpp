// The words that are compiled in.

#include "extract/vocabulary.hpp"

#include "ontology/embedded.hpp"

namespace digestkg {

Vocabulary::Vocabulary() : words_(compiled_words().front().bytes) {}

}  // namespace digestkg
