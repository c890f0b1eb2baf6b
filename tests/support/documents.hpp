#pragma once
// Summaries -> documents, as extraction reads them.

#include "extract/document.hpp"

#include <string>

namespace digestkg::testing {

/// Of an entry with the title "Parsing".
inline Document document_of(const std::string& summary) {
  static const Vocabulary vocabulary;
  Document document;
  document.read({"2501.00001", "2025-01-01", "Parsing", {}, summary, "", ""}, vocabulary);
  return document;
}

}  // namespace digestkg::testing
