// Faults of an input -> diagnostics and counts.

#include "digest/faults.hpp"

#include "base/diagnose.hpp"
#include "base/utf8.hpp"

#include <digestkg/limits.hpp>

namespace digestkg {

std::string excerpt(std::string_view text) {
  constexpr std::size_t most = 60;
  const std::string_view begin = first_characters(text, most);
  return clean(begin).text + (begin.size() < text.size() ? "…" : "");
}

std::string replaced_message(std::size_t count) {
  if (count == 1) return "a character that no text can hold is read as U+FFFD";
  return std::to_string(count) + " characters that no text can hold are read as U+FFFD";
}

void Faults::warn(std::size_t offset, std::string message) {
  ++reading_.warnings;
  add(offset, Severity::Warning, std::move(message));
}

void Faults::reject(std::size_t offset, std::string message) {
  ++reading_.rows;
  ++reading_.rejected;
  add(offset, Severity::Rejected, std::move(message));
}

void Faults::reject_rest(std::size_t offset, std::string message) { add(offset, Severity::Rejected, std::move(message)); }

bool Faults::too_long(std::size_t offset, std::size_t size) {
  if (size <= most_entry_bytes) return false;
  reject(offset, "an entry of " + std::to_string(size) + " bytes is longer than " + std::to_string(most_entry_bytes) + ", the most that is read");
  return true;
}

void Faults::accept(std::size_t offset, Entry&& entry) {
  ++reading_.rows;
  reading_.entries.push_back(std::move(entry));
  reading_.lines.push_back(lines_.find(offset).number);
}

std::string Faults::clean(std::string_view part) {
  CleanText cleaned = digestkg::clean(part);
  if (cleaned.replaced > 0) warn(offset_of(part) + cleaned.first_replaced, replaced_message(cleaned.replaced));
  return std::move(cleaned.text);
}

std::vector<std::string> Faults::clean(std::span<const std::string_view> parts) {
  std::vector<std::string> texts;
  std::size_t replaced = 0, first_replaced = 0;
  for (const std::string_view part : parts) {
    CleanText cleaned = digestkg::clean(part);
    if (replaced == 0) first_replaced = offset_of(part) + cleaned.first_replaced;
    replaced += cleaned.replaced;
    texts.push_back(std::move(cleaned.text));
  }
  if (replaced > 0) warn(first_replaced, replaced_message(replaced));
  return texts;
}

void Faults::add(std::size_t offset, Severity severity, std::string&& message) {
  reading_.diagnostics.push_back(diagnose(name_, bytes_, lines_, offset, severity, std::move(message)));
}

}  // namespace digestkg
