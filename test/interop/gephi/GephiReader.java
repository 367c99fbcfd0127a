import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.Array;
import java.util.Iterator;
import org.gephi.graph.api.*;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.importer.api.*;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.*;
import org.openide.util.Lookup;

/** Imports a GEXF file as Gephi does and prints what Gephi holds afterwards, as one JSON document. */
public class GephiReader {
  public static void main(String[] args) throws Exception {
    java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE);
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(args[0]));
    ContainerLoader loader = container.getLoader();
    // By default Gephi merges parallel edges; the file is to be seen as it is.
    loader.setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
    loader.setAllowAutoNode(false);
    loader.setAutoScale(false);
    container.verify();
    StringBuilder issues = new StringBuilder();
    for (Iterator<Issue> it = container.getReport().getIssues(Integer.MAX_VALUE); it.hasNext(); ) {
      Issue issue = it.next();
      if (issue.getLevel() != Issue.Level.INFO) separate(issues).append(json(issue.getLevel() + ": " + issue.getMessage()));
    }
    importer.process(container, new DefaultProcessor(), workspace);
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    try (PrintStream out = new PrintStream(args[1], "UTF-8")) {
      out.print("{\"issues\":[" + issues + "],\"directed\":" + model.isDirected() + ",\"nodes\":[");
      boolean first = true;
      for (Node n : model.getGraph().getNodes().toArray()) {
        if (!first) out.print(",\n");
        first = false;
        out.print("{\"id\":" + json(n.getId()) + ",\"label\":" + json(n.getLabel()) + ",\"color\":" + color(n)
            + ",\"position\":[" + n.x() + "," + n.y() + "],\"size\":" + n.size() + rest(n) + "}");
      }
      out.print("],\"edges\":[");
      first = true;
      for (Edge e : model.getGraph().getEdges().toArray()) {
        if (!first) out.print(",\n");
        first = false;
        out.print("{\"id\":" + json(e.getId()) + ",\"label\":" + json(e.getLabel()) + ",\"source\":" + json(e.getSource().getId())
            + ",\"target\":" + json(e.getTarget().getId()) + ",\"kind\":" + json(e.getTypeLabel()) + ",\"weight\":" + e.getWeight()
            + ",\"color\":" + color(e) + rest(e) + "}");
      }
      out.print("]}");
    }
    System.exit(0);
  }

  static String color(ElementProperties e) {
    return "[" + Math.round(e.r() * 255) + "," + Math.round(e.g() * 255) + "," + Math.round(e.b() * 255) + "," + e.alpha() + "]";
  }

  static String rest(Element e) {
    StringBuilder attributes = new StringBuilder(), spells = new StringBuilder();
    for (Column c : e.getAttributeColumns()) {
      Object value = e.getAttribute(c);
      if (value == null) continue;
      if (value instanceof IntervalSet set) {
        for (Interval i : set.toArray()) separate(spells).append("[").append(json(time(i.getLow()))).append(",").append(json(time(i.getHigh()))).append("]");
      } else if (!c.isProperty()) separate(attributes).append(json(c.getTitle())).append(":").append(json(value));
    }
    return ",\"attributes\":{" + attributes + "},\"spells\":[" + spells + "]";
  }

  static Object time(double millis) {
    return Double.isInfinite(millis) ? null : java.time.Instant.ofEpochMilli((long) millis).toString();
  }

  static StringBuilder separate(StringBuilder b) {
    return b.length() == 0 ? b : b.append(",");
  }

  static String json(Object value) {
    if (value == null) return "null";
    if (value instanceof Long l) return "{\"long\":\"" + l + "\"}";
    if (value instanceof Number || value instanceof Boolean) {
      String text = value.toString();
      return text.equals("NaN") || text.endsWith("Infinity") ? "\"" + text + "\"" : text;
    }
    if (value.getClass().isArray()) {
      StringBuilder b = new StringBuilder();
      for (int i = 0; i < Array.getLength(value); i++) separate(b).append(json(Array.get(value, i)));
      return "[" + b + "]";
    }
    StringBuilder b = new StringBuilder("\"");
    for (char ch : value.toString().toCharArray()) {
      if (ch == '"' || ch == '\\') b.append('\\').append(ch);
      else if (ch < 0x20 || Character.isSurrogate(ch)) b.append(String.format("\\u%04x", (int) ch));
      else b.append(ch);
    }
    return b.append('"').toString();
  }
}
