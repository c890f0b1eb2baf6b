#pragma once
// Text -> XML 1.0 that every reader gives back byte for byte, Gephi's too.

#include <digestkg/output.hpp>

#include <string>
#include <string_view>

namespace digestkg::exporters {

/// Content of an element. Text with `&`, `<` or `]]>` becomes a CDATA section, because Gephi drops a blank that stands between two
/// entities. Characters that XML 1.0 cannot hold become U+FFFD.
void write_xml_text(Output& out, std::string_view text);

/// Value of an attribute in double quotes, quotes not included.
void write_xml_attribute(Output& out, std::string_view text);
/// The same as a view of the text or, when something is escaped, of `room`.
std::string_view xml_attribute(std::string_view text, std::string& room);

}  // namespace digestkg::exporters
