#pragma once
// What a paper works on, in at most three short noun phrases.

#include "extract/entity.hpp"

namespace digestkg {

/// Noun phrases such as `text-based person retrieval` from the title and the sentences on the paper's aim; in order of the text.
std::vector<AddressedTask> find_tasks(const Scene& scene);

}  // namespace digestkg
