// Entities -> which token belongs to which of them.

#include "extract/entity.hpp"

namespace digestkg {

void Scene::lay() {
  owner.assign(document->tokens().size(), -1);
  main = -1;
  for (std::size_t e = 0; e < entities.size(); ++e) {
    for (const Span mention : entities[e].mentions)
      for (std::size_t t = mention.begin; t < mention.end; ++t) owner[t] = static_cast<std::int16_t>(e);
    if (entities[e].main) main = static_cast<std::int16_t>(e);
  }
}

}  // namespace digestkg
