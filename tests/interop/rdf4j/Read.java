// Reads Turtle and N-Triples as strictly as RDF4J can and compares them with each other and with graph.jsonl: kinds, properties, edges, sentences.

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFParser;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;
import org.eclipse.rdf4j.rio.helpers.ParseErrorCollector;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;

public class Read {
  static final String ontology = "https://w3id.org/digestkg/ontology#";
  static final String base = "https://w3id.org/digestkg/";
  static Report report;

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    report = new Report(folder);
    report.begin("RDF4J 4.3.9, Turtle and N-Triples");
    Model turtle = read(folder.resolve("graph.ttl"), RDFFormat.TURTLE), lines = read(folder.resolve("graph.nt"), RDFFormat.NTRIPLES);
    if (!turtle.equals(lines)) fail("graph.ttl and graph.nt differ: " + turtle.size() + " and " + lines.size() + " statements");
    List<JsonObject> records = Files.readAllLines(folder.resolve("graph.jsonl")).stream().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    nodes(turtle, records);
    edges(turtle, records);
    report.end("the same " + turtle.size() + " statements in both; " + records.size() + " nodes and edges: kinds, typed properties, evidence");
    if (report.failed()) System.exit(1);
  }

  static Model read(Path file, RDFFormat format) throws Exception {
    RDFParser parser = Rio.createParser(format);
    ParseErrorCollector problems = new ParseErrorCollector();
    Model model = new LinkedHashModel();
    parser.set(BasicParserSettings.VERIFY_URI_SYNTAX, true).set(BasicParserSettings.VERIFY_DATATYPE_VALUES, true)
        .set(BasicParserSettings.FAIL_ON_UNKNOWN_DATATYPES, true).setParseErrorListener(problems).setRDFHandler(new StatementCollector(model));
    try (Reader reader = Files.newBufferedReader(file)) {
      parser.parse(reader, "");
    }
    problems.getWarnings().forEach(text -> fail(file + ": " + text));
    problems.getErrors().forEach(text -> fail(file + ": " + text));
    problems.getFatalErrors().forEach(text -> fail(file + ": " + text));
    return model;
  }

  /// Every property of every node, with dates, numbers and booleans by their datatypes.
  static void nodes(Model model, List<JsonObject> records) {
    Map<String, Integer> expected = new TreeMap<>(), found = new TreeMap<>();
    for (JsonObject record : records) {
      if (!record.get("type").getAsString().equals("node")) continue;
      IRI node = iri(base + record.get("id").getAsString());
      for (JsonElement label : record.getAsJsonArray("labels")) {
        expected.merge(label.getAsString(), 1, Integer::sum);
        if (model.contains(node, RDF.TYPE, iri(ontology + label.getAsString()))) found.merge(label.getAsString(), 1, Integer::sum);
      }
      for (Map.Entry<String, JsonElement> field : record.getAsJsonObject("properties").entrySet()) {
        if (field.getKey().startsWith("claim")) continue;
        Set<Value> values = model.filter(node, iri(ontology + field.getKey()), null).objects();
        report.value(record.get("id").getAsString(), field.getKey(), values);
        if (!same(values, field)) fail(node + " " + field.getKey() + " is " + values + ", not " + field.getValue());
      }
    }
    if (!found.equals(expected)) fail("nodes by kind " + found + " are not " + expected);
    report.counts("nodes", found);
  }

  static boolean same(Set<Value> values, Map.Entry<String, JsonElement> field) {
    if (field.getValue().isJsonArray()) return values.stream().map(Value::stringValue).collect(Collectors.toSet()).equals(items(field.getValue()));
    if (values.size() != 1) return false;
    Value value = values.iterator().next();
    JsonPrimitive expected = field.getValue().getAsJsonPrimitive();
    if (expected.isNumber()) return ((Literal) value).decimalValue().compareTo(expected.getAsBigDecimal()) == 0;
    if (expected.isBoolean()) return ((Literal) value).booleanValue() == expected.getAsBoolean();
    if (field.getKey().equals("date") && !((Literal) value).getDatatype().equals(XSD.DATE)) return false;
    return value.stringValue().equals(expected.getAsString());
  }

  /// Every edge and the sentences of its claims: its own, and those that are `about` a Result at one of its ends.
  static void edges(Model model, List<JsonObject> records) {
    Map<String, Set<String>> sentences = new HashMap<>();
    for (Resource claim : model.filter(null, RDF.SUBJECT, null).subjects()) {
      String about = text(model, claim, RDF.SUBJECT) + " " + text(model, claim, RDF.PREDICATE) + " " + text(model, claim, RDF.OBJECT);
      sentences.computeIfAbsent(about, key -> new HashSet<>()).addAll(texts(model, claim));
    }
    for (Statement about : model.filter(null, iri(ontology + "about"), null))
      sentences.computeIfAbsent(about.getObject().stringValue(), key -> new HashSet<>()).addAll(texts(model, about.getSubject()));
    int claimed = 0;
    Map<String, Integer> byKind = new TreeMap<>();
    for (JsonObject record : records) {
      if (record.get("type").getAsString().equals("node")) continue;
      String[] words = record.get("label").getAsString().toLowerCase(Locale.ROOT).split("_");
      StringBuilder name = new StringBuilder(words[0]);
      for (int i = 1; i < words.length; ++i) name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
      IRI source = iri(base + end(record, "start")), relation = iri(ontology + name), target = iri(base + end(record, "end"));
      if (model.contains(source, relation, target)) byKind.merge(record.get("label").getAsString(), 1, Integer::sum);
      else fail("no edge " + source + " " + relation + " " + target);
      if (!record.getAsJsonObject("properties").has("claimSentence")) continue;
      ++claimed;
      Set<String> expected = items(record.getAsJsonObject("properties").get("claimSentence"));
      Set<String> found = new HashSet<>();
      for (String about : List.of(source + " " + relation + " " + target, source.stringValue(), target.stringValue()))
        found.addAll(sentences.getOrDefault(about, Set.of()));
      report.value(end(record, "start") + " " + record.get("label").getAsString() + " " + end(record, "end"), "claimSentence", found);
      if (!found.equals(expected)) fail("sentences of " + source + " " + relation + " " + target);
    }
    report.counts("edges", byKind);
    System.out.println("  " + claimed + " edges have the sentences of their claims");
  }

  static Set<String> items(JsonElement list) {
    return list.getAsJsonArray().asList().stream().map(JsonElement::getAsString).collect(Collectors.toSet());
  }

  static Set<String> texts(Model model, Resource claim) {
    return model.filter(claim, iri(ontology + "sentence"), null).objects().stream().map(Value::stringValue).collect(Collectors.toSet());
  }

  static IRI iri(String text) {
    return SimpleValueFactory.getInstance().createIRI(text);
  }

  static String text(Model model, Resource subject, IRI predicate) {
    return model.filter(subject, predicate, null).objects().iterator().next().stringValue();
  }

  static String end(JsonObject record, String which) {
    return record.getAsJsonObject(which).get("id").getAsString();
  }

  static void fail(String text) {
    report.fault(text);
  }
}
