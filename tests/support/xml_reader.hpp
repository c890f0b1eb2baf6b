#pragma once
// XML -> a tree of elements, by expat: how tests read GraphML and GEXF back.

#include <expat.h>

#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace digestkg::testing {

struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::vector<Element> children;
  std::string text;  ///< all character data right inside

  std::string attribute(const std::string& key) const {
    const auto at = attributes.find(key);
    return at == attributes.end() ? std::string{} : at->second;
  }
  /// First child of that name; throws when there is none.
  const Element& child(std::string_view wanted) const {
    for (const Element& c : children)
      if (c.name == wanted) return c;
    throw std::runtime_error("no element " + std::string(wanted) + " in " + name);
  }
};

/// Throws std::runtime_error when the text is not well-formed.
inline Element read_xml(std::string_view text) {
  struct Handler {
    static void start(void* open, const XML_Char* name, const XML_Char** attributes) {
      Element element{name, {}, {}, {}};
      for (; *attributes != nullptr; attributes += 2) element.attributes[attributes[0]] = attributes[1];
      static_cast<std::vector<Element>*>(open)->push_back(std::move(element));
    }
    static void end(void* open, const XML_Char*) {
      auto& stack = *static_cast<std::vector<Element>*>(open);
      Element done = std::move(stack.back());
      stack.pop_back();
      stack.back().children.push_back(std::move(done));
    }
    static void characters(void* open, const XML_Char* text, int length) {
      static_cast<std::vector<Element>*>(open)->back().text.append(text, static_cast<std::size_t>(length));
    }
  };
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreate(nullptr), XML_ParserFree);
  std::vector<Element> stack(1);
  XML_SetUserData(parser.get(), &stack);
  XML_SetElementHandler(parser.get(), Handler::start, Handler::end);
  XML_SetCharacterDataHandler(parser.get(), Handler::characters);
  if (XML_Parse(parser.get(), text.data(), static_cast<int>(text.size()), 1) != XML_STATUS_OK)
    throw std::runtime_error(XML_ErrorString(XML_GetErrorCode(parser.get())) + std::string(" in line ") +
                             std::to_string(XML_GetCurrentLineNumber(parser.get())));
  return std::move(stack.front().children.front());
}

}  // namespace digestkg::testing
