#pragma once
// What the features of results share: which word classes they see, and how a unit is written.

#include "extract/passage.hpp"

namespace digestkg {

inline constexpr std::uint32_t shown_classes =
    ~(static_cast<std::uint32_t>(WordClass::TaskHead) | static_cast<std::uint32_t>(WordClass::Suffix) |
      static_cast<std::uint32_t>(WordClass::Result) | static_cast<std::uint32_t>(WordClass::Aim));

inline Part unit_part(const Number& number) { return number.unit.empty() ? Part("none") : Part(number.unit); }

}  // namespace digestkg
