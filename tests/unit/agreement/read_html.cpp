// The data of a page -> facts.

#include "unit/agreement/facts.hpp"

#include <array>
#include <charconv>
#include <cstring>
#include <zlib.h>

namespace digestkg::testing {
namespace {

std::string from_base64(std::string_view text) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  std::uint32_t bits = 0;
  int have = 0;
  for (const char c : text) {
    if (c == '=') break;
    bits = (bits << 6) | static_cast<std::uint32_t>(letters.find(c));
    if ((have += 6) >= 8) bytes += static_cast<char>(bits >> (have -= 8));
  }
  return bytes;
}

std::string unpacked(std::string packed) {
  z_stream stream{};
  if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK) throw std::runtime_error("zlib");
  std::string bytes(std::size_t{1} << 24, '\0');  // the samples are small
  stream.next_in = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  const int status = inflate(&stream, Z_FINISH);
  bytes.resize(stream.total_out);
  inflateEnd(&stream);
  if (status != Z_STREAM_END) throw std::runtime_error("not whole gzip data");
  return bytes;
}

/// The header and arrays by name.
class Arrays {
 public:
  explicit Arrays(std::string bytes) : bytes_(std::move(bytes)) {
    const auto length = at<std::uint32_t>(0);
    header = nlohmann::json::parse(bytes_.substr(4, length));
    std::size_t place = (4 + length + 3) / 4 * 4;
    const std::map<std::string, std::size_t> sizes{{"u8", 1}, {"u16", 2}, {"u32", 4}, {"f32", 4}};
    for (const auto& array : header.at("arrays")) {
      begin_[array[0]] = place;
      length_[array[0]] = array[2];
      place = (place + array[2].get<std::size_t>() * sizes.at(array[1]) + 3) / 4 * 4;
    }
  }
  std::size_t size(const std::string& name) const { return length_.at(name); }
  template <class Number>
  Number get(const std::string& name, std::size_t index) const { return at<Number>(begin_.at(name) + index * sizeof(Number)); }
  std::vector<std::string> texts(const std::string& name) const {
    std::vector<std::string> all;
    std::size_t place = begin_.at(name);
    for (std::size_t i = 0; i < size(name + "_size"); ++i) {
      const auto length = get<std::uint32_t>(name + "_size", i);
      all.push_back(bytes_.substr(place, length));
      place += length;
    }
    return all;
  }
  nlohmann::json header;

 private:
  template <class Number>
  Number at(std::size_t place) const {
    Number value;
    std::memcpy(&value, bytes_.substr(place, sizeof value).data(), sizeof value);
    return value;
  }
  std::string bytes_;
  std::map<std::string, std::size_t> begin_, length_;
};

std::string float_text(float value) {
  std::array<char, 32> digits;
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
}

/// As a browser's slice() has it: nothing where the text ends earlier.
std::string sentence(const std::string& text, std::size_t begin, std::size_t end) {
  return begin <= end && end <= text.size() ? text.substr(begin, end - begin) : "";
}

void add_page_claims(Facts& facts, const Arrays& page, const std::vector<std::string>& owners) {
  const auto papers = page.texts("listing_paper"), dates = page.texts("listing_date"), titles = page.texts("listing_title"),
             summaries = page.texts("listing_summary");
  std::size_t claim = 0;
  for (std::size_t owner = 0; owner < owners.size(); ++owner)
    for (auto left = page.get<std::uint32_t>("claims_of", owner); left > 0; --left, ++claim) {
      const auto listing = page.get<std::uint32_t>("claim_listing", claim), begin = page.get<std::uint32_t>("claim_begin", claim),
                 end = page.get<std::uint32_t>("claim_end", claim);
      const bool title = page.get<std::uint8_t>("claim_field", claim) != 0;
      add_claim(facts, owners[owner],
                {papers.at(listing), dates.at(listing), title ? "title" : "summary", std::to_string(begin), std::to_string(end),
                 sentence((title ? titles : summaries).at(listing), begin, end),
                 page.header["rules"].at(page.get<std::uint16_t>("claim_rule", claim)), float_text(page.get<float>("claim_confidence", claim))});
    }
}

}  // namespace

Facts read_html(const Files& files) {
  const std::string& html = files.at("graph.html");
  const std::string before = "<script id=\"data\" type=\"text/plain\">";
  const std::size_t begin = html.find(before) + before.size();
  const Arrays page(unpacked(from_base64(std::string_view(html).substr(begin, html.find('<', begin) - begin))));
  Facts facts;
  const auto iris = page.texts("iri"), labels = page.texts("label");
  for (std::size_t i = 0; i < iris.size(); ++i) {
    facts.insert({Category::Label, iris[i], "label", labels[i]});
    for (const KindInfo& kind : kinds())
      if ((page.get<std::uint16_t>("kinds", i) >> static_cast<unsigned>(kind.kind)) & 1U)
        facts.insert({Category::Kind, iris[i], "kind", std::string(kind.label)});
  }
  std::vector<std::string> owners;
  for (std::size_t i = 0; i < page.size("source"); ++i) {
    const std::string name = page.header["relations"].at(page.get<std::uint8_t>("relation", i));
    owners.push_back(edge_name(iris.at(page.get<std::uint32_t>("source", i)), info(*relation_named(name)).label, iris.at(page.get<std::uint32_t>("target", i))));
    facts.insert({Category::Edge, owners.back(), "edge", ""});
    facts.insert({Category::Weight, owners.back(), "weight", std::to_string(page.get<std::uint32_t>("weight", i))});
  }
  owners.insert(owners.end(), iris.begin(), iris.end());
  add_page_claims(facts, page, owners);
  return facts;
}

}  // namespace digestkg::testing
