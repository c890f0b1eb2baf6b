#pragma once
// What people write for an arXiv id -> the one id of the paper.

#include <string>
#include <string_view>

namespace digestkg {

struct ArxivId {
  std::string id;           ///< `2509.09674`, `cs/0112017`; empty when there is a fault
  std::string_view fault;   ///< why it is none; static lifetime
};

/// Takes `2509.09674v2`, `arXiv:2509.09674`, `math.GT/0309136`, `oai:arXiv.org:cs/0112017`, also as the last part of an arXiv URL.
/// The version and the subject class go, so that a paper has one id. See https://info.arxiv.org/help/arxiv_identifier.html.
ArxivId parse_arxiv_id(std::string_view written);

/// A link to a paper in a digest.
struct PaperLink {
  enum class Site { None, Arxiv, HuggingFace };
  Site site = Site::None;
  std::string_view id;  ///< as written, part of the URL
};

/// Knows arxiv.org/abs, /pdf and /html and huggingface.co/papers, with or without `https://`; site None for all else.
PaperLink parse_paper_link(std::string_view url);

/// An http or https address, its scheme in lower case as RDF and browsers' filters compare it; empty for all else.
std::string web_address(std::string_view url);
/// The same of a link that parse_paper_link knows, which may lack its scheme.
std::string paper_address(std::string_view url);

}  // namespace digestkg
