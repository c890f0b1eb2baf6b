// A view -> SVG, PNG or PDF.

#include "exporters/exporters.hpp"
#include "exporters/picture.hpp"

namespace digestkg::exporters {

void write_svg_picture(const View& view, const ExportOptions&, Output& output) { picture_of(view).render(Rendering::Svg, output); }
void write_png_picture(const View& view, const ExportOptions&, Output& output) { picture_of(view).render(Rendering::Png, output); }
void write_pdf_picture(const View& view, const ExportOptions&, Output& output) { picture_of(view).render(Rendering::Pdf, output); }

}  // namespace digestkg::exporters
