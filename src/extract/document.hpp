#pragma once
// An entry's title and summary -> tokens and sentences with byte offsets. Everything after it reads tokens, never bytes.

#include "extract/vocabulary.hpp"

#include <digestkg/extract.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg {

enum TokenFlag : std::uint16_t {
  kInitialUpper = 1u << 0,
  kInnerUpper = 1u << 1,   ///< a capital after the first character of a hyphen part
  kAllUpper = 1u << 2,     ///< two or more letters, all capitals (digits and marks apart)
  kHasLower = 1u << 3,
  kHasDigit = 1u << 4,
  kHasHyphen = 1u << 5,
  kNumber = 1u << 6,       ///< digits with point or thousands commas and nothing else
  kPunctuation = 1u << 7,
  kGlued = 1u << 8,        ///< no white space before it
  kQuoted = 1u << 9,       ///< between quotation marks of one sentence, at most eight tokens apart
  kParenthesis = 1u << 10, ///< between ( and )
  kTitleCopy = 1u << 11,   ///< part of a summary that repeats the title
  kSentenceStart = 1u << 12,
  kSuffix = 1u << 13,      ///< -based, -trained: split off a name
  kNonAscii = 1u << 14,
  kPlain = 1u << 15,       ///< ASCII letters and digits and nothing else
};

/// What a token reads as among the words around a name: ordinary words and marks as themselves, all other words as what they look like.
enum class ReadsAs : std::uint8_t { Itself, Number, CapitalDigit, Digit, Capitals, Capital, Rare };

struct Token {
  std::uint32_t begin = 0;  ///< bytes of Document::text()
  std::uint32_t end = 0;
  std::uint32_t word = 0;   ///< word_hash of the token
  WordInfo info;
  std::uint16_t flags = 0;
  std::uint8_t sentence = 0;
  ReadsAs reads_as = ReadsAs::Itself;
  bool has(std::uint16_t flag) const { return (flags & flag) != 0; }
  bool is(WordClass c) const { return info.is(c); }
  bool is_word(std::string_view lower) const { return word == word_hash(lower); }
};

inline bool is_ordinary(const Token& token) { return token.info.commonness > 0 || token.info.classes != 0; }

/// What a token looks like as part of a name.
enum class NameShape : std::uint8_t {
  None,     ///< ordinary lower-case word or mark
  Strong,   ///< two capitals, or a capital and a digit: SimpleVLA, GPT-4
  Capital,  ///< Capitalised
  Version,  ///< 3.5, 8B, Pro: only after a name
  Digit,    ///< o1, wav2vec: lower case with a digit
  Link,     ///< of, for, and: only between capitalised words
};

/// Which part of the five-sentence summary a sentence belongs to, by its opening words.
enum class Section : std::uint8_t { Title, Opening, Aim, Method, Results, Implication };

struct Sentence {
  std::uint32_t begin = 0;  ///< bytes of Document::text()
  std::uint32_t end = 0;
  std::uint16_t first = 0;  ///< tokens [first, last)
  std::uint16_t last = 0;
  Section section = Section::Opening;
  bool question = false;    ///< ends in a question mark, or stands after "Follow-up questions"
};

/// Tokens [begin, end).
struct Span {
  std::uint16_t begin = 0;
  std::uint16_t end = 0;
  std::uint16_t size() const { return static_cast<std::uint16_t>(end - begin); }
  bool overlaps(Span o) const { return begin < o.end && o.begin < end; }
  bool contains(Span o) const { return begin <= o.begin && o.end <= end; }
  auto operator<=>(const Span&) const = default;
};

/// Tokenised text of one entry: the title, a line break and the summary. Sentence 0 is the title. At most 8,192 tokens
/// and 255 sentences are read, thirty times what a summary has: what a longer text says behind them is not looked at, so that hostile text costs no more.
class Document {
 public:
  /// Linear. The buffers are reused when one Document reads many entries.
  void read(const Entry& entry, const Vocabulary& vocabulary);

  std::string_view text() const { return text_; }
  std::string_view text(Span span) const {
    return span.begin >= span.end ? std::string_view{} : text(tokens_[span.begin].begin, tokens_[span.end - 1].end);
  }
  std::string_view text(std::size_t token) const { return text(tokens_[token].begin, tokens_[token].end); }
  std::span<const Token> tokens() const { return tokens_; }
  const Token& token(std::size_t i) const { return tokens_[i]; }
  NameShape shape(std::size_t token) const { return shapes_[token]; }
  std::span<const Sentence> sentences() const { return sentences_; }
  const Sentence& sentence_of(std::size_t token) const { return sentences_[tokens_[token].sentence]; }
  std::size_t title_tokens() const { return title_tokens_; }
  /// Tokens before the title's first colon (or dash with blanks), empty when it has none.
  Span title_prefix() const { return title_prefix_; }
  /// What of the title or else the summary is not read, for there are too many tokens or sentences; empty when all is.
  TextRange unread() const;
  /// Index of the ) that closes the ( at `token`, or 0.
  std::uint16_t closing(std::size_t token) const { return closing_[token]; }
  std::span<const std::uint16_t> closings() const { return closing_; }  ///< of each token

  /// Range in the entry's own fields.
  TextRange range(std::uint32_t begin, std::uint32_t end) const;
  TextRange range(Span span) const { return range(tokens_[span.begin].begin, tokens_[span.end - 1].end); }
  TextRange range(const Sentence& sentence) const { return range(sentence.begin, sentence.end); }

 private:
  std::string_view text(std::uint32_t begin, std::uint32_t end) const { return {text_.data() + begin, end - begin}; }
  void tokenize(std::uint32_t begin, std::uint32_t end, const Vocabulary& vocabulary);
  void add_word(std::uint32_t begin, std::uint32_t end, unsigned classes, std::uint32_t hash, const Vocabulary& vocabulary);
  void add_token(std::uint32_t begin, std::uint32_t end, std::uint32_t word, std::uint16_t flags);
  void look_up(const Vocabulary& vocabulary);
  bool starts_sentence(std::size_t token) const;
  void split_sentences();
  void find_pairs_of_marks();
  void find_title_prefix();
  void mark_title_copies();
  void name_sections();

  std::string text_;
  std::uint32_t summary_begin_ = 0, read_end_ = 0;
  std::size_t title_tokens_ = 0;
  Span title_prefix_;
  std::vector<Token> tokens_;
  std::vector<NameShape> shapes_;  ///< of each token
  std::vector<Sentence> sentences_;
  std::vector<std::uint16_t> closing_;
};

}  // namespace digestkg
