// Compares what the Gephi toolkit has after importing GraphML and GEXF with graph.jsonl, moves through the timeline and draws a PDF.

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.Color;
import java.io.File;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.GraphView;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class Import {
  static final Map<String, JsonObject> nodes = new HashMap<>();
  static final Map<String, JsonObject> edges = new HashMap<>();
  static Report report;
  static final Map<String, String> labels = new HashMap<>();
  static int infinities = 0, undrawn = 0;

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    report = new Report(folder);
    listen();
    for (String line : Files.readAllLines(folder.resolve("graph.jsonl"))) {
      JsonObject record = JsonParser.parseString(line).getAsJsonObject();
      if (record.get("type").getAsString().equals("node")) nodes.put(record.get("id").getAsString(), record);
      else edges.put(end(record, "start") + " " + record.get("label").getAsString() + " " + end(record, "end"), record);
    }
    report.begin("Gephi toolkit 0.10.1, GraphML");
    compare(load(folder.resolve("graph.graphml").toFile()));
    report.end(size() + ": kinds, labels, colours, sizes, weights, properties, evidence" + infinities());
    report.begin("Gephi toolkit 0.10.1, GEXF");
    GraphModel dynamic = load(folder.resolve("graph.gexf").toFile());
    compare(dynamic);
    timeline(dynamic);
    if (nodes.size() < 1000) draw(dynamic, new File(arguments[1]));
    report.end(size() + ": the same and the days of the timeline" + infinities() + (nodes.size() < 1000 ? "; laid out and drawn as PDF" : "")
        + (undrawn > 0 ? ", " + undrawn + " labels not, for want of a glyph" : ""));
    report.beginWithoutSamples("Gephi toolkit 0.10.1, Pajek");
    pajek(load(folder.resolve("graph.net").toFile()));
    System.exit(report.failed() ? 1 : 0);  // the toolkit leaves threads running
  }

  static String size() {
    return nodes.size() + " nodes and " + edges.size() + " edges";
  }

  static String infinities() {
    String text = infinities > 0 ? "; Gephi made INF Infinity in " + infinities + " texts" : "";
    infinities = 0;
    return text;
  }

  /// A warning that the toolkit logs is a fault; what else it logs is not shown.
  static void listen() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) root.removeHandler(handler);
    root.addHandler(new Handler() {
      @Override public void publish(LogRecord record) {
        String text = record.getMessage() + (record.getThrown() == null ? "" : " " + record.getThrown());
        boolean ofFonts = text.contains("font cache") || text.contains("No glyph for");  // of this machine, met in drawing a PDF
        if (text.contains("No glyph for")) ++undrawn;
        if (record.getLevel().intValue() >= Level.WARNING.intValue() && !ofFonts) fault(record.getLevel() + " " + text);
      }
      @Override public void flush() {}
      @Override public void close() {}
    });
  }

  static void draw(GraphModel model, File pdf) throws Exception {
    Files.deleteIfExists(pdf.toPath());
    Walkthrough.draw(model, pdf);
    if (pdf.length() < 1000) fault("no picture in " + pdf);
  }

  static String end(JsonObject record, String which) {
    return record.getAsJsonObject(which).get("id").getAsString();
  }

  static void fault(String text) {
    report.fault(text);
  }

  static GraphModel load(File file) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(file);
    for (Iterator<Issue> issues = container.getReport().getIssues(Integer.MAX_VALUE); issues.hasNext();) {
      Issue issue = issues.next();
      if (issue.getLevel() != Issue.Level.INFO) fault(issue.getLevel() + " " + issue.getMessage());
    }
    importer.process(container, new DefaultProcessor(), workspace);
    return Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
  }

  static void compare(GraphModel model) {
    Graph graph = model.getGraph();
    if (!model.isDirected()) fault("not directed");
    Map<String, Integer> found = new TreeMap<>(), expected = new TreeMap<>();
    for (JsonObject record : edges.values()) expected.merge(record.get("label").getAsString(), 1, Integer::sum);
    Map<String, Integer> kinds = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    Map<String, Color> colours = new HashMap<>();
    float least = Float.MAX_VALUE, most = 0;
    for (Node node : graph.getNodes().toArray()) {
      String iri = node.getId().toString();
      ids.add(iri);
      JsonObject record = nodes.get(iri);
      if (record == null) {
        fault("not in the graph: " + iri);
        continue;
      }
      labels.put(iri, node.getLabel());
      String kind = kind(record);
      kinds.merge(String.valueOf(attribute(node, "kind")), 1, Integer::sum);
      if (!kind.equals(attribute(node, "kind"))) fault("kind of " + iri + " is " + attribute(node, "kind"));
      if (node.getLabel() == null || node.getLabel().isEmpty()) fault("no label: " + iri);
      JsonElement name = record.getAsJsonObject("properties").get("name");
      if (name != null && !name.getAsString().equals(node.getLabel())) fault("label of " + iri + " is " + node.getLabel());
      Color known = colours.putIfAbsent(kind, node.getColor());
      if (known != null && !known.equals(node.getColor())) fault("two colours for " + kind);
      least = Math.min(least, node.size());
      most = Math.max(most, node.size());
      properties(iri, node, record);
    }
    if (!ids.equals(nodes.keySet())) fault(ids.size() + " nodes, not " + nodes.size());
    if (new HashSet<>(colours.values()).size() != colours.size()) fault("two kinds of one colour");
    if (least != 4 || (most != 100 && most != 4)) fault("sizes from " + least + " to " + most);
    for (Edge edge : graph.getEdges().toArray()) {
      String label = String.valueOf(edge.getTypeLabel());
      found.merge(label, 1, Integer::sum);
      String name = edge.getSource().getId() + " " + label + " " + edge.getTarget().getId();
      JsonObject record = edges.get(name);
      if (record == null) {
        fault("not in the graph: " + name);
        continue;
      }
      if (edge.getWeight() != weight(record)) fault("weight of " + name + " is " + edge.getWeight());
      if (!label.equals(edge.getLabel())) fault("label of " + name + " is " + edge.getLabel());
      properties(name, edge, record);
    }
    report.counts("nodes", kinds);
    report.counts("edges", found);
    if (!found.equals(expected)) fault("edges by kind " + found + " are not " + expected);
  }

  /// Names, arcs and weights; Gephi joins the arcs of two nodes to one that weighs their sum.
  static void pajek(GraphModel model) {
    Map<String, Integer> uses = new HashMap<>();
    for (String label : labels.values()) uses.merge(plain(label), 1, Integer::sum);
    Map<String, String> names = new HashMap<>();
    labels.forEach((iri, label) -> names.put(iri, plain(label) + (uses.get(plain(label)) > 1 ? " (" + iri + ")" : "")));
    Map<String, Double> expected = new HashMap<>(), found = new HashMap<>();
    for (JsonObject record : edges.values()) expected.merge(names.get(end(record, "start")) + " -> " + names.get(end(record, "end")), weight(record), Double::sum);
    for (Edge edge : model.getGraph().getEdges().toArray()) found.merge(edge.getSource().getLabel() + " -> " + edge.getTarget().getLabel(), edge.getWeight(), Double::sum);
    Set<String> shown = new HashSet<>();
    for (Node node : model.getGraph().getNodes().toArray()) shown.add(node.getLabel());
    if (!shown.equals(new HashSet<>(names.values()))) fault(shown.size() + " names are not the " + names.size() + " of the graph");
    expected.forEach((arc, weight) -> {
      if (!weight.equals(found.get(arc))) fault(arc + " weighs " + found.get(arc) + ", not " + weight);
    });
    if (found.size() != expected.size()) fault(found.size() + " joined arcs, not " + expected.size());
    report.end(shown.size() + " names and " + found.size() + " joined arcs with their weights");
  }

  /// As the exporter writes names for Pajek.
  static String plain(String label) {
    return label.replace('"', '\'').replace('\\', '/').replace('\t', ' ');
  }

  static double weight(JsonObject record) {
    JsonObject properties = record.getAsJsonObject("properties");
    return properties.has("papers") ? properties.get("papers").getAsDouble()
        : properties.has("claimPaper") ? properties.getAsJsonArray("claimPaper").size() : 1;
  }

  static void properties(String name, Element element, JsonObject record) {
    for (Map.Entry<String, JsonElement> field : record.getAsJsonObject("properties").entrySet()) {
      Object value = attribute(element, field.getKey());
      report.value(name, field.getKey(), value);
      if (value == null) fault(name + " lacks " + field.getKey());
      else if (!same(value, field.getValue())) fault(name + " " + field.getKey() + " is " + value + ", not " + field.getValue());
    }
  }

  /// Gephi shows a column by its title; its id is the file's.
  static Object attribute(Element element, String title) {
    for (Column column : element.getTable()) if (column.getTitle().equals(title)) return element.getAttribute(column);
    return null;
  }

  /// A list is a String[] in GEXF and a JSON array in GraphML.
  static boolean same(Object found, JsonElement expected) {
    if (expected.isJsonArray()) {
      JsonArray wanted = expected.getAsJsonArray();
      if (found instanceof String) return sameItems(JsonParser.parseString((String) found).getAsJsonArray(), wanted);
      JsonArray items = new JsonArray();
      for (int i = 0; i < Array.getLength(found); ++i) items.add(String.valueOf(Array.get(found, i)));
      return sameItems(items, wanted);
    }
    if (expected.getAsJsonPrimitive().isBoolean()) return found.equals(expected.getAsBoolean());
    if (!expected.getAsJsonPrimitive().isNumber()) return sameText(found.toString(), expected.getAsString());
    return found instanceof Number && ((Number) found).doubleValue() == expected.getAsDouble();
  }

  /// Gephi's importers take INF for infinity in every value, texts too; no file can keep it from that.
  static boolean sameText(String found, String expected) {
    if (found.equals(expected)) return true;
    boolean infinity = found.equals(expected.replace("INF", "Infinity"));
    if (infinity) ++infinities;
    return infinity;
  }

  static boolean sameItems(JsonArray found, JsonArray expected) {
    if (found.size() != expected.size()) return false;
    for (int i = 0; i < found.size(); ++i) {
      boolean number = expected.get(i).getAsJsonPrimitive().isNumber();
      String a = found.get(i).getAsString(), b = expected.get(i).getAsString();
      if (number ? new BigDecimal(a).compareTo(new BigDecimal(b)) != 0 : !sameText(a, b)) return false;
    }
    return true;
  }

  /// On each day the timeline shows exactly the digest of that day and what it lists, and an edge on the days of its claims. A view
  /// without days (the author graph) has no timeline.
  static void timeline(GraphModel model) {
    boolean dated = edges.values().stream().anyMatch(e -> e.getAsJsonObject("properties").has("claimDate"));
    for (JsonObject record : nodes.values()) dated |= kind(record).equals("Digest");
    if (model.isDynamic() != dated) fault((dated ? "no timeline" : "a timeline without days"));
    for (JsonObject record : nodes.values()) if (kind(record).equals("Digest")) day(model, record);
    for (Edge edge : model.getGraph().getEdges().toArray()) {
      String name = edge.getSource().getId() + " " + edge.getTypeLabel() + " " + edge.getTarget().getId();
      JsonObject record = edges.get(name);
      if (record == null || !record.getAsJsonObject("properties").has("claimDate")) continue;
      for (JsonElement day : record.getAsJsonObject("properties").getAsJsonArray("claimDate"))
        if (!there(edge, instant(model, day.getAsString()))) fault(name + " is not there on " + day);
    }
  }

  static String kind(JsonObject record) {
    return record.getAsJsonArray("labels").get(0).getAsString();
  }

  static double instant(GraphModel model, String day) {
    return java.time.LocalDate.parse(day).atStartOfDay(java.time.ZoneId.of(model.getTimeZone().getID())).toInstant().toEpochMilli();
  }

  static void day(GraphModel model, JsonObject record) {
    String day = record.getAsJsonObject("properties").get("date").getAsString();
    double at = instant(model, day);
    GraphView view = model.createView();
    Graph shown = model.getGraph(view);
    for (Node node : model.getGraph().getNodes().toArray()) if (there(node, at)) shown.addNode(node);
    for (Edge edge : model.getGraph().getEdges().toArray()) if (there(edge, at)) shown.addEdge(edge);
    Set<String> digests = new HashSet<>();
    for (Node node : shown.getNodes().toArray()) if ("Digest".equals(attribute(node, "kind"))) digests.add(node.getId().toString());
    if (!digests.equals(Set.of(record.get("id").getAsString()))) fault("on " + day + " the timeline shows " + digests);
    int listed = 0, expected = 0;
    for (Edge edge : shown.getEdges().toArray()) if (edge.getTypeLabel().equals("LISTED_IN")) ++listed;
    for (String name : edges.keySet()) if (name.endsWith(" LISTED_IN " + record.get("id").getAsString())) ++expected;
    if (listed != expected) fault("on " + day + " the timeline shows " + listed + " listings, not " + expected);
    model.destroyView(view);
  }

  static boolean there(Element element, double at) {
    return element.hasInterval(new Interval(at, at)) || java.util.Arrays.stream(element.getIntervals()).anyMatch(i -> i.getLow() <= at && at <= i.getHigh());
  }
}
