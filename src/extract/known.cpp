// Document and lexicon -> spans that the lexicon has.

#include "extract/known.hpp"

#include <optional>
#include <span>

namespace digestkg {
namespace {

/// Token after the match, when the match ends where a token ends.
std::optional<std::uint16_t> token_end(const Document& document, std::uint16_t begin, std::size_t byte) {
  const std::uint16_t limit = document.sentence_of(begin).last;
  for (std::uint16_t t = begin; t < limit && document.token(t).begin < byte; ++t)
    if (document.token(t).end == byte) return static_cast<std::uint16_t>(t + 1);
  return std::nullopt;
}

/// `the`, `in`, `a` in lower case: with them begins no name that is written as one, but the beginning of many looked for.
bool is_small_word(const Token& token) {
  constexpr auto small = static_cast<std::uint32_t>(WordClass::Determiner) | static_cast<std::uint32_t>(WordClass::Preposition) |
                         static_cast<std::uint32_t>(WordClass::Conjunction) | static_cast<std::uint32_t>(WordClass::Pronoun) |
                         static_cast<std::uint32_t>(WordClass::Auxiliary);
  return (token.info.classes & small) != 0 && !token.has(kInitialUpper | kInnerUpper | kHasHyphen);
}

std::uint8_t kind_bits(KindSet kinds) {
  return static_cast<std::uint8_t>((kinds.has(Kind::Method) ? 1 : 0) | (kinds.has(Kind::Benchmark) ? 2 : 0) | (kinds.has(Kind::Dataset) ? 4 : 0));
}

}  // namespace

void find_known(const Document& document, const Lexicon& lexicon, std::vector<KnownSpan>& known) {
  known.clear();
  const std::span<const Token> tokens = document.tokens();
  const auto count = static_cast<std::uint16_t>(tokens.size());
  for (std::uint16_t t = 0; t < count; ++t) {
    const Token& token = tokens[t];
    if (token.has(kPunctuation | kNumber) || is_small_word(token)) continue;
    if (token.has(kPlain) && !lexicon.may_begin_name({token.word, document.text(), token.end})) continue;
    const std::optional<NameMatch> match = lexicon.name_at(document.text(), token.begin);
    if (!match) continue;
    const std::optional<std::uint16_t> end = token_end(document, t, match->end);
    if (!end) continue;
    known.push_back({{t, *end}, {kind_bits(match->entry.kinds()), false, false, static_cast<std::uint8_t>(match->written), match->entry.role, match->entry.number}});
  }
}

}  // namespace digestkg
