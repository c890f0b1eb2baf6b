// JSON Lines -> entries: `id,date,title,authors,summary` or arXiv's metadata snapshot (`update_date`, `abstract`, `authors_parsed`).

#include "base/utf8.hpp"
#include "digest/arxiv_id.hpp"
#include "digest/date.hpp"
#include "digest/faults.hpp"
#include "digest/formats.hpp"

#include <digestkg/limits.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace digestkg {
namespace {

using nlohmann::json;

/// Why a record cannot be read.
struct Fault {
  std::string key;  ///< of the value at fault; empty when it is the record's
  std::string message;
};

/// Where the value of `key` stands in a line; the line's begin when the key is not found there.
std::size_t find_value(std::string_view line, const std::string& key) {
  const std::size_t at = key.empty() ? std::string_view::npos : line.find('"' + key + '"');
  if (at == std::string_view::npos) return 0;
  return std::min(line.find_first_not_of(": \t", at + key.size() + 2), line.size());
}

/// Authors in one text, as the snapshot has them: `A. One, B. Two (Somewhere) and C. Three`.
std::vector<std::string> split_authors(std::string_view text) {
  std::string plain;
  int depth = 0;
  for (const char c : text) {
    if (c == '(') ++depth;
    if (depth == 0) plain += c;
    if (c == ')' && depth > 0) --depth;
  }
  std::vector<std::string> authors;
  for (std::size_t begin = 0; begin <= plain.size();) {
    const std::size_t comma = std::min(plain.find(',', begin), plain.size());
    const std::size_t conjunction = std::min(plain.find(" and ", begin), plain.size());
    const std::size_t end = std::min(comma, conjunction);
    authors.push_back(clean(std::string_view(plain).substr(begin, end - begin)).text);
    begin = end + (conjunction < comma ? 5 : 1);
  }
  std::erase(authors, "");
  return authors;
}

class Record {
 public:
  Record(const json& object, std::string_view line, Faults& faults) : object_(object), line_(line), faults_(faults) {}

  Entry entry() {
    Entry entry;
    const std::string written = text({"id"}, true);
    ArxivId id = parse_arxiv_id(written);
    if (!id.fault.empty()) throw Fault{"id", excerpt(written) + ' ' + std::string(id.fault)};
    entry.id = std::move(id.id);
    entry.date = text({"date", "update_date"}, true);
    const char* const date_key = object_.contains("date") ? "date" : "update_date";
    if (!is_day(entry.date)) throw Fault{date_key, excerpt(entry.date) + " is no day of the calendar"};
    entry.title = text({"title"}, true);
    entry.summary = text({"summary", "abstract"}, false);
    entry.authors = authors();
    entry.arxiv_url = link("arxiv_url");
    entry.huggingface_url = link("huggingface_url");
    return entry;
  }

 private:
  std::string cleaned(const std::string& raw, const std::string& key) {
    std::size_t replaced = 0;
    std::string text = counted(raw, replaced);
    tell(replaced, key);
    return text;
  }

  static std::string counted(const std::string& raw, std::size_t& replaced) {
    CleanText text = clean(raw);
    replaced += text.replaced;
    return std::move(text.text);
  }

  void tell(std::size_t replaced, const std::string& key) {
    if (replaced > 0) faults_.warn(faults_.offset_of(line_) + find_value(line_, key), replaced_message(replaced));
  }

  std::string text(std::initializer_list<const char*> keys, bool needed) {
    for (const char* key : keys) {
      const auto found = object_.find(key);
      if (found == object_.end() || found->is_null()) continue;
      if (!found->is_string()) throw Fault{key, '"' + std::string(key) + "\" is no text"};
      std::string value = cleaned(found->get_ref<const std::string&>(), key);
      if (value.empty() && needed) throw Fault{key, '"' + std::string(key) + "\" is empty"};
      return value;
    }
    if (needed) throw Fault{"", "the record has no \"" + std::string(*keys.begin()) + '"'};
    return {};
  }

  /// Exports hand links on to what people click, so that nothing but the web passes: no `javascript:`, no `file:`.
  std::string link(const char* key) {
    const std::string url = text({key}, false);
    std::string address = web_address(url);
    if (url.empty() || !address.empty()) return address;
    faults_.warn(faults_.offset_of(line_) + find_value(line_, key), '"' + std::string(key) + "\" is no web address and is left out");
    return {};
  }

  std::vector<std::string> authors() {
    std::vector<std::string> names;
    std::size_t replaced = 0;  // one warning for all: each looks through the whole line
    if (const auto parsed = object_.find("authors_parsed"); parsed != object_.end() && parsed->is_array()) {
      for (const json& parts : *parsed) names.push_back(counted(parsed_name(parts), replaced));
      tell(replaced, "authors_parsed");
    } else if (const auto list = object_.find("authors"); list == object_.end() || list->is_null()) {
      return names;
    } else if (list->is_string()) {
      return split_authors(cleaned(list->get_ref<const std::string&>(), "authors"));
    } else {
      if (!list->is_array()) throw Fault{"authors", "\"authors\" is no list"};
      for (const json& name : *list) {
        if (!name.is_string()) throw Fault{"authors", "\"authors\" holds what is no text"};
        names.push_back(counted(name.get_ref<const std::string&>(), replaced));
      }
      tell(replaced, "authors");
    }
    std::erase(names, "");
    return names;
  }

  /// `["Erdős", "Paul", "Jr"]` -> `Paul Erdős Jr`
  static std::string parsed_name(const json& parts) {
    if (!parts.is_array() || parts.empty() || !std::all_of(parts.begin(), parts.end(), [](const json& part) { return part.is_string(); }))
      throw Fault{"authors_parsed", "\"authors_parsed\" holds what is no name"};
    const auto part = [&](std::size_t i) { return i < parts.size() ? parts[i].get<std::string>() : std::string(); };
    return part(1) + ' ' + part(0) + ' ' + part(2);
  }

  const json& object_;
  std::string_view line_;
  Faults& faults_;
};

/// What the parser says, without its own name and place.
std::string syntax_fault(std::string_view what) {
  const std::size_t reason = what.find(": ");
  if (reason != std::string_view::npos) what.remove_prefix(reason + 2);
  return "no JSON: " + std::string(what.substr(0, what.find("; last read")));
}

void read_record(const json& object, std::string_view line, Faults& faults) {
  const std::size_t begin = faults.offset_of(line);
  if (!object.is_object()) return faults.reject(begin, "the line is no JSON object");
  try {
    faults.accept(begin, Record(object, line, faults).entry());
  } catch (const Fault& fault) {
    faults.reject(begin + find_value(line, fault.key), fault.message);
  }
}

/// Where `line` opens more objects and lists within each other than are read. Most lines need no look at each byte.
std::optional<std::size_t> nested_too_deep(std::string_view line) {
  if (std::ranges::count(line, '[') + std::ranges::count(line, '{') <= most_nested) return std::nullopt;
  int depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '"') in_string = !in_string;
    else if (in_string) at += c == '\\' ? 1 : 0;
    else if (c == ']' || c == '}') --depth;
    else if ((c == '[' || c == '{') && ++depth > most_nested) return at;
  }
  return std::nullopt;
}

void read_line(std::string_view line, Faults& faults) {
  const std::size_t begin = faults.offset_of(line);
  if (faults.too_long(begin, line.size())) return;
  if (const auto at = nested_too_deep(line)) return faults.reject(begin + *at, "nested deeper than " + std::to_string(most_nested));
  std::size_t fault_at = begin;
  std::string message;
  try {
    return read_record(json::parse(line), line, faults);
  } catch (const json::parse_error& error) {
    fault_at += std::min(std::max<std::size_t>(error.byte, 1) - 1, line.size());
    message = syntax_fault(error.what());
  } catch (const json::exception&) {
    message = "no JSON: a number is too large";
  }
  const CleanText repaired = repair(line);
  const json object = repaired.replaced > 0 ? json::parse(repaired.text, nullptr, false) : json(json::value_t::discarded);
  if (object.is_discarded()) return faults.reject(fault_at, message);
  faults.warn(begin + repaired.first_replaced, replaced_message(repaired.replaced));
  read_record(object, line, faults);
}

}  // namespace

bool is_json_lines(std::string_view, std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '{';
}

Reading read_json_lines(std::string_view name, std::string_view bytes) {
  Reading reading;
  reading.files = 1;
  Faults faults(name, bytes, reading);
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = bytes.substr(begin, end - begin);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) read_line(line, faults);
    begin = end + 1;
  }
  return reading;
}

}  // namespace digestkg
