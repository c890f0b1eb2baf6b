// The steps of examples/gephi.md by the toolkit: layout, labels, colours, sizes and preview as written there, then a picture.

import java.awt.Color;
import java.awt.Font;
import java.io.File;
import java.util.Random;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.exporter.preview.PDFExporter;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2Builder;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewModel;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.types.DependantColor;
import org.openide.util.Lookup;

class Walkthrough {
  /// Gephi gives what it opens places by chance; these are the same each time.
  static void lay_out(GraphModel model) {
    Random random = new Random(1);
    for (Node node : model.getGraph().getNodes().toArray()) node.setPosition(1000 * random.nextFloat() - 500, 1000 * random.nextFloat() - 500);
    ForceAtlas2 layout = new ForceAtlas2Builder().buildLayout();
    layout.setGraphModel(model);
    layout.resetPropertiesValues();
    layout.setScalingRatio(200.0);
    layout.setStrongGravityMode(true);
    layout.setGravity(0.05);
    layout.setThreadsCount(1);
    layout.initAlgo();
    for (int i = 0; i < 1000; ++i) layout.goAlgo();
    layout.setAdjustSizes(true);  // "Prevent Overlap"
    for (int i = 0; i < 300; ++i) layout.goAlgo();
    layout.endAlgo();
  }

  static void preview() {
    PreviewModel preview = Lookup.getDefault().lookup(PreviewController.class).getModel();
    var set = preview.getProperties();
    set.putValue(PreviewProperty.NODE_OPACITY, 60f);
    set.putValue(PreviewProperty.NODE_BORDER_COLOR, new DependantColor(Color.WHITE));
    set.putValue(PreviewProperty.SHOW_NODE_LABELS, true);
    set.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, false);
    set.putValue(PreviewProperty.NODE_LABEL_FONT, new Font("Arial", Font.PLAIN, 22));
    set.putValue(PreviewProperty.NODE_LABEL_SHORTEN, true);
    set.putValue(PreviewProperty.NODE_LABEL_MAX_CHAR, 24);
    set.putValue(PreviewProperty.EDGE_CURVED, false);
    set.putValue(PreviewProperty.EDGE_RESCALE_WEIGHT, true);
    set.putValue(PreviewProperty.EDGE_RESCALE_WEIGHT_MIN, 1f);
    set.putValue(PreviewProperty.EDGE_RESCALE_WEIGHT_MAX, 8f);
    set.putValue(PreviewProperty.EDGE_OPACITY, 60f);
    set.putValue(PreviewProperty.ARROW_SIZE, 4f);
  }

  static void draw(GraphModel model, File pdf) throws Exception {
    lay_out(model);
    preview();
    Lookup.getDefault().lookup(PreviewController.class).refreshPreview();
    ExportController exporter = Lookup.getDefault().lookup(ExportController.class);
    PDFExporter pages = (PDFExporter) exporter.getExporter("pdf");
    pages.setLandscape(true);
    exporter.exportFile(pdf, pages);
  }
}
