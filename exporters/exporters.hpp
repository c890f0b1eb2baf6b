#pragma once
// One function an exporter, each in the file of its name; formats.cpp lists them.

#include <digestkg/export.hpp>

namespace digestkg::exporters {

// Each line here has its line in formats.cpp, in the same order.
void write_turtle(const View& view, const ExportOptions& options, Output& out);
void write_ntriples(const View& view, const ExportOptions& options, Output& out);
void write_nquads(const View& view, const ExportOptions& options, Output& out);
void write_trig(const View& view, const ExportOptions& options, Output& out);
void write_rdfxml(const View& view, const ExportOptions& options, Output& out);
void write_jsonld(const View& view, const ExportOptions& options, Output& out);
void write_void(const View& view, const ExportOptions& options, Output& out);
void write_graphml(const View& view, const ExportOptions& options, Output& out);
void write_dot(const View& view, const ExportOptions& options, Output& out);
void write_svg_picture(const View& view, const ExportOptions& options, Output& out);
void write_png_picture(const View& view, const ExportOptions& options, Output& out);
void write_pdf_picture(const View& view, const ExportOptions& options, Output& out);
void write_gexf(const View& view, const ExportOptions& options, Output& out);
void write_neo4j(const View& view, const ExportOptions& options, OutputFolder& folder);
void write_cypher(const View& view, const ExportOptions& options, Output& out);
void write_csv(const View& view, const ExportOptions& options, OutputFolder& folder);
void write_tsv(const View& view, const ExportOptions& options, OutputFolder& folder);
void write_node_link(const View& view, const ExportOptions& options, Output& out);
void write_sqlite(const View& view, const ExportOptions& options, Output& out);
void write_pajek(const View& view, const ExportOptions& options, Output& out);
void write_html(const View& view, const ExportOptions& options, Output& out);

}  // namespace digestkg::exporters
