// What every importer in Java says: counts by kind, the sample values of samples.tsv as it has them, faults, and one line OK or FAILED.

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

class Report {
  private final Map<String, String> samples = new HashMap<>();  // place (element and key) -> what it is
  private final Set<String> unseen = new TreeSet<>();
  private String importer = "";
  private int faults = 0, allFaults = 0;

  Report(Path folder) throws IOException {
    Path file = folder.resolve("samples.tsv");
    if (!Files.exists(file)) return;
    for (String line : Files.readAllLines(file)) samples.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1));
  }

  void begin(String name) {
    beginWithoutSamples(name);
    unseen.addAll(samples.keySet());
  }

  /// For formats that carry no properties.
  void beginWithoutSamples(String name) {
    importer = name;
    faults = 0;
    unseen.clear();
  }

  /// Called with every value that was compared: the samples are shown.
  void value(String element, String key, Object found) {
    String place = element + " " + key;
    if (!samples.containsKey(place) || !unseen.remove(place)) return;
    System.out.println("  " + samples.get(place) + ": " + shown(found) + "  (" + element + ")");
  }

  void counts(String of, Map<String, Integer> byKind) {
    int sum = byKind.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println("  " + of + " by kind, " + sum + ": " + byKind.toString().replaceAll("[{}]", "").replace('=', ' '));
  }

  void fault(String text) {
    ++allFaults;
    if (++faults <= 20) System.out.println("  " + importer + ": " + text);
  }

  void end(String compared) {
    for (String place : unseen) fault("did not show the " + samples.get(place) + " of " + place);
    System.out.println((faults == 0 ? "OK: " : "FAILED: ") + importer + " | " + compared + (faults == 0 ? "" : ", " + faults + " faults"));
  }

  boolean failed() {
    return allFaults > 0;
  }

  private static String shown(Object value) {
    if (value == null || value instanceof String || value instanceof Collection) return String.valueOf(value);
    if (!value.getClass().isArray()) return value + " (" + value.getClass().getSimpleName() + ")";
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < Array.getLength(value); ++i) text.append(i == 0 ? "" : " | ").append(Array.get(value, i));
    return text.append("] (" + value.getClass().getSimpleName() + ")").toString();
  }
}
