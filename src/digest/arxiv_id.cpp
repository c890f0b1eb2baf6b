// What people write for an arXiv id -> the one id of the paper.

#include "digest/arxiv_id.hpp"

#include "base/word_hash.hpp"

#include <algorithm>

namespace digestkg {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

/// Whether `text` begins with the prefix, which has small letters, in letters of any case.
bool begins_with(std::string_view text, std::string_view prefix) {
  const auto same = [](char p, char t) { return p == ascii_lower(t); };
  return text.starts_with(prefix) ||  // nearly always
         (text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(), same));
}

bool drop_prefix(std::string_view& text, std::string_view prefix) {
  if (!begins_with(text, prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::string_view without_version(std::string_view id) {
  const std::size_t v = id.rfind('v');
  return v != std::string_view::npos && v > 0 && is_digit(id[v - 1]) && all_digits(id.substr(v + 1)) ? id.substr(0, v) : id;
}

/// Year and month of an id as a number that grows with time; the old scheme's 91 to 99 are of the last century.
int months(std::string_view yymm) {
  const int year = (yymm[0] - '0') * 10 + yymm[1] - '0';
  return (year >= 91 ? year - 100 : year) * 100 + (yymm[2] - '0') * 10 + yymm[3] - '0';
}

bool is_month(std::string_view mm) { return mm >= "01" && mm <= "12"; }

std::string_view fault_of_new(std::string_view id) {
  const std::string_view number = id.substr(5);
  if (!all_digits(id.substr(0, 4)) || !all_digits(number) || number.size() < 4 || number.size() > 5) return "is no arXiv id";
  if (!is_month(id.substr(2, 2))) return "is no arXiv id: there is no such month";
  if (months(id) < 704) return "is no arXiv id: ids of this form began in April 2007";
  if (months(id) < 1501 && number.size() != 4) return "is no arXiv id: four digits follow the point before 2015";
  if (months(id) >= 1501 && number.size() != 5) return "is no arXiv id: five digits follow the point from 2015 on";
  return {};
}

std::string_view fault_of_old(std::string_view archive, std::string_view number) {
  const bool is_archive = !archive.empty() && std::all_of(archive.begin(), archive.end(), [](char c) { return is_lower(c) || c == '-'; });
  if (!is_archive || !is_lower(archive.front()) || number.size() != 7 || !all_digits(number)) return "is no arXiv id";
  if (!is_month(number.substr(2, 2))) return "is no arXiv id: there is no such month";
  if (months(number) < -900 + 7 || months(number) > 703) return "is no arXiv id: ids of this form ran from July 1991 to March 2007";
  return {};
}

}  // namespace

ArxivId parse_arxiv_id(std::string_view written) {
  const PaperLink link = parse_paper_link(written);
  std::string_view id = link.site == PaperLink::Site::Arxiv ? link.id : written;
  drop_prefix(id, "oai:arxiv.org:") || drop_prefix(id, "arxiv:");
  if (id.ends_with(".pdf")) id.remove_suffix(4);
  id = without_version(id);
  if (const std::size_t slash = id.find('/'); slash != std::string_view::npos) {
    const std::string_view archive = id.substr(0, std::min(id.find('.'), slash));
    const std::string_view number = id.substr(slash + 1);
    const std::string_view fault = fault_of_old(archive, number);
    return {fault.empty() ? std::string(archive) + '/' + std::string(number) : std::string(), fault};
  }
  if (id.size() < 6 || id[4] != '.') return {{}, "is no arXiv id"};
  const std::string_view fault = fault_of_new(id);
  return {fault.empty() ? std::string(id) : std::string(), fault};
}

PaperLink parse_paper_link(std::string_view url) {
  if (!drop_prefix(url, "https://")) drop_prefix(url, "http://");
  if (!drop_prefix(url, "www.")) drop_prefix(url, "export.");
  PaperLink::Site site = PaperLink::Site::None;
  if (drop_prefix(url, "arxiv.org/abs/") || drop_prefix(url, "arxiv.org/pdf/") || drop_prefix(url, "arxiv.org/html/"))
    site = PaperLink::Site::Arxiv;
  else if (drop_prefix(url, "huggingface.co/papers/") || drop_prefix(url, "hf.co/papers/"))
    site = PaperLink::Site::HuggingFace;
  else
    return {};
  const auto end = std::ranges::find_if(url, [](char c) { return c == '?' || c == '#'; });
  return {site, {url.begin(), end}};
}

std::string web_address(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://"})
    if (begins_with(url, scheme)) return std::string(scheme).append(url.substr(scheme.size()));
  return {};
}

std::string paper_address(std::string_view url) {
  std::string address = web_address(url);
  return address.empty() ? "https://" + std::string(url) : address;
}

}  // namespace digestkg
