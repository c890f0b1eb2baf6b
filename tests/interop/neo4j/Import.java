// Compares what Neo4j has after the CSV import, the Cypher script (run twice) and APOC's GraphML import with graph.jsonl.

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Result;
import org.neo4j.internal.helpers.HostnamePort;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

public class Import {
  static final Map<String, JsonNode> nodes = new HashMap<>();
  static final Map<String, JsonNode> edges = new HashMap<>();
  static Report report;

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]), home = Path.of(arguments[1]);
    report = new Report(folder);
    ObjectMapper mapper = new ObjectMapper();
    for (String line : Files.readAllLines(folder.resolve("graph.jsonl"))) {
      JsonNode record = mapper.readTree(line);
      if (record.get("type").asText().equals("node")) nodes.put(record.get("id").asText(), record);
      else edges.put(edge(record.at("/start/id").asText(), record.get("label").asText(), record.at("/end/id").asText()), record);
    }

    String version = "Neo4j " + org.neo4j.kernel.internal.Version.getNeo4jVersion();
    report.begin(version + ", neo4j-admin import of the CSV folder");
    run(home.resolve("csv"), (database, address) -> {
      shell(address, folder.resolve("neo4j/schema.cypher"));
      compare(database, "iri", true);
      search(database);
      String asked = arguments.length > 2 ? examples(database, Path.of(arguments[2])) : "";
      report.end(size() + ": kinds, typed properties, weights, evidence; schema.cypher, full-text indexes" + asked);
    });
    report.begin(version + ", APOC's GraphML import");
    run(home.resolve("apoc"), (database, address) -> {
      ((GraphDatabaseAPI) database).getDependencyResolver().resolveDependency(GlobalProcedures.class)
          .registerProcedure(apoc.export.graphml.ExportGraphML.class);
      apoc.ApocConfig.apocConfig().setProperty("apoc.import.file.enabled", true);
      apoc.ApocConfig.apocConfig().setProperty("apoc.import.file.use_neo4j_config", false);
      execute(database, "CALL apoc.import.graphml('" + folder.resolve("graph.graphml").toUri() + "', {readLabels: true, storeNodeIds: true})");
      compare(database, "id", false);
      report.end(size() + ": kinds, properties, weights, evidence");
    });
    run(home.resolve("cypher"), (database, address) -> {
      for (String time : List.of("run once", "run again on the same server")) {
        report.begin(version + ", the Cypher script by cypher-shell, " + time);
        shell(address, folder.resolve("graph.cypher"));
        compare(database, "iri", true);
        search(database);
        report.end(size() + ": kinds, typed properties, weights, evidence, full-text indexes");
      }
    });
    if (report.failed()) System.exit(1);
  }

  static String size() {
    return nodes.size() + " nodes and " + edges.size() + " edges";
  }

  interface Work {
    void with(GraphDatabaseService database, String address) throws Exception;
  }

  static void run(Path home, Work work) throws Exception {
    DatabaseManagementService service = new DatabaseManagementServiceBuilder(home).setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, new SocketAddress("localhost", 0)).build();
    try {
      GraphDatabaseService database = service.database("neo4j");
      HostnamePort port = ((GraphDatabaseAPI) database).getDependencyResolver().resolveDependency(ConnectorPortRegister.class)
          .getLocalAddress(ConnectorType.BOLT);
      work.with(database, "bolt://localhost:" + port.getPort());
    } finally {
      service.shutdown();
    }
  }

  static void execute(GraphDatabaseService database, String query) {
    database.executeTransactionally(query, Map.of(), result -> {
      result.accept(row -> true);
      result.getNotifications().forEach(n -> fault("notification: " + n.getDescription() + " of " + query.substring(0, Math.min(200, query.length()))));
      return null;
    });
  }

  /// `cypher-shell < FILE`; what it says is a fault.
  static void shell(String address, Path file) throws Exception {
    long start = System.nanoTime();
    Path said = Files.createTempFile("cypher-shell", ".log");
    Process process = new ProcessBuilder("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), "org.neo4j.shell.Main", "-a", address, "--notifications")
        .redirectInput(file.toFile()).redirectOutput(said.toFile()).redirectErrorStream(true).start();
    int code = process.waitFor();
    String text = Files.readString(said);
    if (code != 0 || !text.isBlank()) fault("cypher-shell < " + file + ": exit " + code + ", " + text.substring(0, Math.min(500, text.length())));
    Files.delete(said);
    System.out.println("  cypher-shell < " + file.getFileName() + ": " + (System.nanoTime() - start) / 1_000_000_000 + " s");
  }

  static void search(GraphDatabaseService database) {
    String wanted = null;
    for (JsonNode node : nodes.values())
      if (node.at("/properties/name").asText().matches("[A-Za-z]{4,}") && node.at("/labels/0").asText().equals("Method")) wanted = node.at("/properties/name").asText();
    String name = wanted;
    long hits = database.executeTransactionally("CALL db.index.fulltext.queryNodes('names', $name) YIELD node WHERE node.name = $name RETURN count(*) AS n",
        Map.of("name", name), result -> (Long) result.next().get("n"));
    if (hits != 1) fault("full-text index: " + hits + " nodes are named " + name);
    long sentences = database.executeTransactionally("CALL db.index.fulltext.queryRelationships('sentences', $name) YIELD relationship RETURN count(*) AS n",
        Map.of("name", name), result -> (Long) result.next().get("n"));
    if (sentences == 0) fault("full-text index: no sentence has " + name);
  }

  /// Each question of the page has the answer that stands under it.
  static String examples(GraphDatabaseService database, Path page) throws Exception {
    String[] blocks = Files.readString(page).split("```cypher\n");
    for (int i = 1; i < blocks.length; ++i) {
      String query = blocks[i].substring(0, blocks[i].indexOf("```"));
      String found = database.executeTransactionally(query, Map.of(), Import::table);
      if (!(blocks[i] + "\n").substring(query.length()).startsWith("```\n\n" + found + "\n")) fault(page + ": the answer to\n" + query + "is\n" + found);
    }
    return "; " + (blocks.length - 1) + " questions of " + page.getFileName() + " answered";
  }

  /// As Markdown.
  static String table(Result result) {
    List<String> columns = result.columns();
    StringBuilder text = new StringBuilder("| " + String.join(" | ", columns) + " |\n|" + "---|".repeat(columns.size()) + "\n");
    while (result.hasNext()) {
      Map<String, Object> row = result.next();
      for (String column : columns) text.append("| ").append(row.get(column) == null ? "" : row.get(column).toString().replace("|", "\\|")).append(' ');
      text.append("|\n");
    }
    return text.toString();
  }

  static String edge(String source, String label, String target) {
    return source + " " + label + " " + target;
  }

  static void fault(String text) {
    report.fault(text);
  }

  /// `typed`: dates are dates and lists of numbers lists of numbers; APOC knows only strings there.
  static void compare(GraphDatabaseService database, String id, boolean typed) {
    Map<String, Integer> kinds = new TreeMap<>(), relations = new TreeMap<>(), expected = new TreeMap<>();
    for (JsonNode record : nodes.values()) for (JsonNode label : record.get("labels")) expected.merge(label.asText(), 1, Integer::sum);
    for (JsonNode record : edges.values()) expected.merge(record.get("label").asText(), 1, Integer::sum);
    try (var transaction = database.beginTx()) {
      transaction.getAllNodes().forEach(node -> {
        for (Label label : node.getLabels()) kinds.merge(label.name(), 1, Integer::sum);
        String iri = (String) node.getProperty(id, "");
        properties(iri, node, nodes.get(iri), Set.of(id, "label", "kind", "color", "size"), typed);
      });
      transaction.getAllRelationships().forEach(relation -> {
        relations.merge(relation.getType().name(), 1, Integer::sum);
        String name = edge((String) relation.getStartNode().getProperty(id), relation.getType().name(), (String) relation.getEndNode().getProperty(id));
        properties(name, relation, edges.get(name), Set.of("weight", "interaction"), typed);
        if (edges.containsKey(name) && ((Number) relation.getProperty("weight")).longValue() != weight(edges.get(name))) fault("weight of " + name);
      });
    }
    report.counts("nodes", kinds);
    report.counts("edges", relations);
    Map<String, Integer> found = new TreeMap<>(kinds);
    found.putAll(relations);
    if (!found.equals(expected)) fault("counts by kind " + found + " are not " + expected);
  }

  static long weight(JsonNode edge) {
    JsonNode properties = edge.get("properties");
    return properties.has("papers") ? properties.get("papers").asLong() : properties.has("claimPaper") ? properties.get("claimPaper").size() : 1;
  }

  static void properties(String name, Entity entity, JsonNode record, Set<String> others, boolean typed) {
    if (record == null) {
      fault("not in the graph: " + name);
      return;
    }
    JsonNode expected = record.get("properties");
    for (String key : entity.getPropertyKeys())
      if (!others.contains(key) && !expected.has(key)) fault(name + " has " + key + " too");
    expected.fields().forEachRemaining(field -> {
      Object value = entity.getProperty(field.getKey(), null);
      report.value(name, field.getKey(), value);
      if (value == null) fault(name + " lacks " + field.getKey());
      else if (!same(value, field.getValue(), typed, field.getKey())) fault(name + " " + field.getKey() + " is " + value + ", not " + field.getValue());
    });
  }

  static boolean same(Object found, JsonNode expected, boolean typed, String key) {
    if (expected.isArray()) {
      List<Object> items = new ArrayList<>();
      for (int i = 0; i < Array.getLength(found); ++i) items.add(Array.get(found, i));
      if (items.size() != expected.size()) return false;
      for (int i = 0; i < items.size(); ++i) {
        if (!typed && expected.get(i).isNumber() ? !number((String) items.get(i), expected.get(i)) : !same(items.get(i), expected.get(i), typed, key)) return false;
      }
      return true;
    }
    if (expected.isBoolean()) return found instanceof Boolean && found.equals(expected.booleanValue());
    if (expected.isIntegralNumber()) return found instanceof Long && found.equals(expected.longValue());
    if (expected.isNumber()) return found instanceof Double && found.equals(expected.doubleValue());
    boolean date = typed && (key.equals("date") || key.equals("claimDate"));
    return date ? found.equals(LocalDate.parse(expected.asText())) : found.equals(expected.asText());
  }

  static boolean number(String found, JsonNode expected) {
    return new BigDecimal(found).compareTo(new BigDecimal(expected.asText())) == 0;
  }
}
