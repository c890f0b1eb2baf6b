#pragma once
// Texts of the graph -> terms that every RDF reader takes: IRIs without forbidden characters, literals without broken bytes,
// numbers in canonical form.

#include <digestkg/output.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace digestkg::exporters {

/// True when `local` may follow a base as it is: ASCII that RFC 3987 allows in a path, percent signs only before two hex digits,
/// no segment `.` or `..`, which readers fold away.
bool is_iri_local(std::string_view local);
/// `local` with every other byte percent-encoded, dots of such segments too.
std::string escape_iri_local(std::string_view local);

/// An http or https address as an IRI: host and port checked, all else percent-encoded where it must be. Empty when it is none.
std::optional<std::string> link_iri(std::string_view address);
/// True for an absolute IRI that ends in `/` or `#` and holds no character that an IRI must not hold.
bool is_namespace(std::string_view iri);

/// True when `text` is UTF-8 that XML 1.0 gives back unchanged.
bool is_clean(std::string_view text);
/// `text` with U+FFFD for every byte or character that is_clean() rejects.
std::string clean(std::string_view text);

/// What a literal says: clean UTF-8, or the canonical form of a number, a date, `true` or `false`.
struct LiteralText {
  std::string_view bytes;
  bool plain = false;  ///< nothing but printable ASCII without `"` and `\`, as most texts are: needs no escape between quotes
};
/// The text, cleaned into `room` where it is not clean.
LiteralText literal_text(std::string_view text, std::string& room);

/// `text` escaped as it stands between quotes in N-Triples and Turtle: itself, or a view of `room`.
std::string_view quoted(LiteralText text, std::string& room);
/// Writes it, with the quotes.
void write_quoted(std::string_view text, Output& output);

/// Canonical xsd:decimal, always with a point: `71.5`, `97.0`. Empty when `number` is no plain decimal.
std::optional<std::string> canonical_decimal(std::string_view number);
/// Shortest decimal that reads back as `number`, with a point: `0.9`, `1.0`.
std::string decimal_of(float number);
/// Canonical xsd:double: `2.5E-5`, `1.0E0`; `number` must be finite.
std::string double_of(double number);

}  // namespace digestkg::exporters
