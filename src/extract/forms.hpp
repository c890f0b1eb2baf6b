#pragma once
// What a word looks like as part of a name, and by what the forms of a name are compared.

#include "extract/document.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace digestkg {

/// Of a token that stands in the text as `word`.
NameShape name_shape(const Token& token, std::string_view word);

/// Hash of a form folded in case, marks and a plural s after a capital.
std::uint32_t form_key(std::string_view form);

/// The form without a plural s, or the form itself: `ViTs` gives `ViT`.
std::string_view singular(std::string_view form);

}  // namespace digestkg
