#pragma once
// What a word looks like as part of a name, and by what the forms of a name are compared.

#include "extract/document.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace digestkg {

/// What a token looks like as part of a name.
enum class NameShape : std::uint8_t {
  None,     ///< ordinary lower-case word or mark
  Strong,   ///< two capitals, or a capital and a digit: SimpleVLA, GPT-4
  Capital,  ///< Capitalised
  Version,  ///< 3.5, 8B, Pro: only after a name
  Digit,    ///< o1, wav2vec: lower case with a digit
  Link,     ///< of, for, and: only between capitalised words
};
NameShape name_shape(const Document& document, std::size_t token);

/// Hash of a form folded in case, marks and a plural s after a capital.
std::uint32_t form_key(std::string_view form);

/// The form without a plural s, or the form itself: `ViTs` gives `ViT`.
std::string_view singular(std::string_view form);

}  // namespace digestkg
