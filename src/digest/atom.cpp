// The arXiv API's Atom feed -> entries.

#include "base/utf8.hpp"
#include "digest/arxiv_id.hpp"
#include "digest/date.hpp"
#include "digest/faults.hpp"
#include "digest/formats.hpp"

#include <digestkg/limits.hpp>

#include <expat.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <type_traits>

namespace digestkg {
namespace {

constexpr std::string_view atom_namespace = "http://www.w3.org/2005/Atom";

/// `name` is as expat gives it: namespace, `|`, local name.
bool is_atom(std::string_view name, std::string_view local) {
  return name.size() == atom_namespace.size() + 1 + local.size() && name.starts_with(atom_namespace) && name.ends_with(local);
}

bool declares_other_encoding(std::string_view bytes) {
  const std::string_view declaration = bytes.substr(0, bytes.find("?>"));
  const std::size_t at = declaration.find("encoding=");
  if (!declaration.starts_with("<?xml") || at == std::string_view::npos) return false;
  const std::string_view encoding = declaration.substr(std::min(at + 10, declaration.size()));  // behind the quotation mark, if there is one
  return !encoding.starts_with("UTF-8") && !encoding.starts_with("utf-8");
}

class AtomReader {
 public:
  AtomReader(std::string_view bytes, Faults& faults) : bytes_(bytes), faults_(faults), parser_(XML_ParserCreateNS(nullptr, '|')) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(), [](void* self, const XML_Char* name, const XML_Char**) { guarded(self, [&](AtomReader& r) { r.begin(name); }); },
        [](void* self, const XML_Char* name) { guarded(self, [&](AtomReader& r) { r.end(name); }); });
    XML_SetCharacterDataHandler(parser_.get(), [](void* self, const XML_Char* text, int length) {
      guarded(self, [&](AtomReader& r) { r.text_.append(text, static_cast<std::size_t>(length)); });
    });
    XML_SetStartDoctypeDeclHandler(parser_.get(), [](void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
      guarded(self, [](AtomReader& r) { r.refuse_document_type(); });
    });
  }

  void read() {
    constexpr std::size_t chunk = 1 << 20;
    auto status = XML_STATUS_OK;
    for (std::size_t at = 0; at <= bytes_.size() && status == XML_STATUS_OK; at += chunk) {
      const std::string_view part = bytes_.substr(at, chunk);
      status = XML_Parse(parser_.get(), part.data(), static_cast<int>(part.size()), at + chunk > bytes_.size());
    }
    if (failure_) std::rethrow_exception(failure_);
    if (status == XML_STATUS_OK) return;
    const XML_Error error = XML_GetErrorCode(parser_.get());
    if (error == XML_ERROR_NO_ELEMENTS) stopped_ = "the feed ends too early";
    else if (stopped_.empty()) stopped_ = std::string("no XML: ") + XML_ErrorString(error);
    stopped_ += "; what follows is not read";
    if (in_entry_) faults_.reject(position(), stopped_);
    else faults_.reject_rest(position(), stopped_);
  }

 private:
  /// Runs a handler; an exception must not cross the parser, so it waits until the parser has returned.
  template <class Work>
  static void guarded(void* self, Work&& work) {
    AtomReader& reader = *static_cast<AtomReader*>(self);
    try {
      work(reader);
    } catch (...) {
      reader.failure_ = std::current_exception();
      reader.stop("", 0);
    }
  }

  /// Without a document type there are no entities to expand without end and no other files to fetch.
  void refuse_document_type() {
    const std::size_t begin = bytes_.substr(0, position()).rfind("<!DOCTYPE");
    stop("a feed must not declare a document type", begin == std::string_view::npos ? position() : begin);
  }

  void stop(std::string why, std::size_t at) {
    stopped_ = std::move(why);
    stopped_at_ = at;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  std::size_t position() const {
    if (stopped_at_ > 0) return stopped_at_;
    return std::min(bytes_.size(), static_cast<std::size_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser_.get()))));
  }

  void begin(std::string_view name) {
    text_.clear();
    text_at_ = position();
    if (++depth_ > most_nested) return stop("nested deeper than " + std::to_string(most_nested), text_at_);
    if (!is_atom(name, "entry") || in_entry_) return;
    in_entry_ = true;
    entry_depth_ = depth_;
    entry_at_ = id_at_ = date_at_ = text_at_;
    entry_ = {};
    written_id_.clear();
  }

  void end(std::string_view name) {
    const int depth = depth_--;
    if (!in_entry_) return;
    if (depth == entry_depth_) {
      in_entry_ = false;
      finish_entry();
    } else if (depth == entry_depth_ + 1) {
      if (is_atom(name, "id")) id_at_ = text_at_, written_id_ = cleaned();
      else if (is_atom(name, "published")) date_at_ = text_at_, entry_.date = std::string(first_characters(cleaned(), 10));
      else if (is_atom(name, "title")) entry_.title = cleaned();
      else if (is_atom(name, "summary")) entry_.summary = cleaned();
    } else if (is_atom(name, "name") && depth == entry_depth_ + 2) {
      if (std::string author = cleaned(); !author.empty()) entry_.authors.push_back(std::move(author));
    }
    text_.clear();
  }

  std::string cleaned() {
    CleanText text = clean(text_);
    if (text.replaced > 0) faults_.warn(text_at_, replaced_message(text.replaced));
    return std::move(text.text);
  }

  void finish_entry() {
    if (faults_.too_long(entry_at_, position() - entry_at_)) return;
    ArxivId id = parse_arxiv_id(written_id_);
    if (!id.fault.empty()) return faults_.reject(id_at_, '"' + excerpt(written_id_) + "\" " + std::string(id.fault));
    if (!is_day(entry_.date)) return faults_.reject(date_at_, '"' + excerpt(entry_.date) + "\" is no day of the calendar");
    if (entry_.title.empty()) return faults_.reject(entry_at_, "the title is empty");
    entry_.id = std::move(id.id);
    if (parse_paper_link(written_id_).site == PaperLink::Site::Arxiv) entry_.arxiv_url = paper_address(written_id_);
    faults_.accept(entry_at_, std::move(entry_));
  }

  std::string_view bytes_;
  Faults& faults_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype([](XML_Parser parser) { XML_ParserFree(parser); })> parser_;
  std::exception_ptr failure_;
  std::string stopped_;
  std::size_t stopped_at_ = 0;
  int depth_ = 0;
  int entry_depth_ = 0;
  bool in_entry_ = false;
  std::size_t entry_at_ = 0;
  std::size_t id_at_ = 0;
  std::size_t date_at_ = 0;
  std::size_t text_at_ = 0;
  std::string written_id_;
  std::string text_;
  Entry entry_;
};

}  // namespace

bool is_atom_feed(std::string_view, std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && head[first] == '<' && head.find(atom_namespace) != std::string_view::npos;
}

Reading read_atom(std::string_view name, std::string_view bytes) {
  Reading reading;
  reading.files = 1;
  CleanText repaired;
  if (!declares_other_encoding(bytes)) repaired = repair(bytes);
  if (repaired.replaced > 0) bytes = repaired.text;
  Faults faults(name, bytes, reading);
  if (repaired.replaced > 0) faults.warn(repaired.first_replaced, replaced_message(repaired.replaced));
  AtomReader(bytes, faults).read();
  return reading;
}

}  // namespace digestkg
