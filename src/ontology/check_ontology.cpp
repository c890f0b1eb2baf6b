// The files of ontology/ -> what is wrong with them.

#include <digestkg/check_ontology.hpp>

#include "ontology/embedded.hpp"
#include "ontology/fold.hpp"
#include "ontology/lexicon.hpp"
#include "ontology/lexicon_file.hpp"
#include "ontology/rule_file.hpp"
#include "ontology/word_list.hpp"

#include <algorithm>
#include <map>

namespace digestkg {
namespace {

constexpr std::string_view words_name = "lexicon/words.txt";

struct LexiconSource {
  LexiconFile file;
  std::string_view bytes;
};

bool is_letter_or_digit(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Check {
 public:
  explicit Check(std::span<const OntologyFile> files) {
    for (const OntologyFile& file : files) {
      if (file.name == words_name) check_words(file.name, words_ = file.bytes, found_);
      else if (!file.name.ends_with(".toml")) continue;
      else if (file.name.starts_with("lexicon/")) add_lexicon(file.name, file.bytes);
      else if (file.name.starts_with("rules/")) check_rules(file.name, file.bytes, found_);
    }
  }

  /// A lexicon beside which the words of `words` are the ordinary ones.
  Check(std::string_view path, std::string_view bytes, std::string_view words) : words_(words) { add_lexicon(path, bytes); }

  std::vector<Diagnostic> run() && {
    for (const LexiconSource& source : lexicons_) {
      found_.insert(found_.end(), source.file.diagnostics.begin(), source.file.diagnostics.end());
      check_forms(source);
      check_ordinary_words(source);
    }
    const Lexicon lexicon = all_together();
    for (const LexiconSource& source : lexicons_) check_examples(source, lexicon);
    std::ranges::sort(found_);
    return std::move(found_);
  }

 private:
  void add_lexicon(std::string_view name, std::string_view bytes) { lexicons_.push_back({read_lexicon(name, bytes), bytes}); }

  void fault(const LexiconSource& source, FilePlace place, std::string message) {
    found_.push_back(diagnose(source.file.name, source.bytes, place, Severity::Rejected, std::move(message)));
  }

  static bool names_both(const LexiconRecord& a, const LexiconRecord& b) {
    return a.kind && b.kind && *a.kind != *b.kind && (a.also.has(*b.kind) || b.also.has(*a.kind));
  }

  void check_forms(const LexiconSource& source) {
    for (const LexiconRecord& record : source.file.records) {
      for (const std::string_view form : record.forms()) {
        auto& others = forms_[fold_form(form)];
        for (const auto& [other, file] : others)
          if (other == &record || !names_both(record, *other))
            fault(source, record.place, "'" + std::string(form) + "' stands already in the record '" + other->name + "' of " + std::string(file));
        others.emplace_back(&record, source.file.name);
      }
    }
  }

  void check_ordinary_words(const LexiconSource& source) {
    const WordList words(words_);
    for (const LexiconRecord& record : source.file.records) {
      if (record.kind == Kind::Metric) continue;
      for (const std::string_view form : record.forms())
        if (!record.is_exact(form) && words.is_ordinary_word_with_capital(form))
          fault(source, record.place, "'" + std::string(form) + "' is an ordinary word: it must stand under exact");
    }
  }

  Lexicon all_together() const {
    std::vector<LexiconRecord> records;
    for (const LexiconSource& source : lexicons_) records.insert(records.end(), source.file.records.begin(), source.file.records.end());
    return Lexicon::of(records);
  }

  void check_examples(const LexiconSource& source, const Lexicon& lexicon) {
    if (source.file.examples.empty() && !source.file.records.empty()) fault(source, {}, "a lexicon without an example");
    for (const LexiconExample& example : source.file.examples)
      for (const std::string& name : example.finds)
        if (!stands_in(example.text, name, lexicon)) fault(source, example.place, "'" + name + "' is not found in the example");
  }

  static bool stands_in(std::string_view text, std::string_view name, const Lexicon& lexicon) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (at > 0 && is_letter_or_digit(text[at - 1])) continue;
      for (const auto& match : {lexicon.name_at(text, at), lexicon.metric_at(text, at), lexicon.not_a_name_at(text, at)})
        if (match && match->entry.name == name) return true;
    }
    return false;
  }

  std::vector<LexiconSource> lexicons_;
  std::string_view words_;
  std::map<std::string, std::vector<std::pair<const LexiconRecord*, std::string_view>>> forms_;
  std::vector<Diagnostic> found_;
};

}  // namespace

std::vector<Diagnostic> check_ontology(std::span<const OntologyFile> files) { return Check(files).run(); }

std::vector<Diagnostic> check_ontology() {
  std::vector<OntologyFile> files;
  for (const EmbeddedFile& file : embedded_files()) files.push_back({file.name, file.bytes});
  return check_ontology(files);
}

std::vector<Diagnostic> check_lexicon(std::string_view path, std::string_view bytes) {
  const auto words = std::ranges::find(embedded_files(), words_name, &EmbeddedFile::name);
  return Check(path, bytes, words->bytes).run();
}

}  // namespace digestkg
