// A graph -> an SQLite database of nodes, edges, claims and results.

#include "exporters/exporters.hpp"
#include "exporters/list_text.hpp"
#include "exporters/property_table.hpp"

#include <digestkg/diagnostic.hpp>

#include <sqlite3.h>

#include <memory>
#include <string>

namespace digestkg::exporters {
namespace {

void require(int code, sqlite3* database, int wanted = SQLITE_OK) {
  if (code != wanted) throw Error(std::string("cannot make the SQLite database: ") + sqlite3_errmsg(database));
}

class Database {
 public:
  Database() {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open(":memory:", &opened);
    handle_.reset(opened);
    require(code, opened);
  }
  void run(const std::string& sql) { require(sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr), handle_.get()); }
  void write(Output& out) {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, void (*)(void*)> bytes(sqlite3_serialize(handle_.get(), "main", &size, 0), sqlite3_free);
    if (!bytes) throw Error("cannot make the SQLite database: out of memory");
    out << std::string_view(reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size));
  }
  sqlite3* get() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

/// An INSERT whose values are bound from left to right. Bound texts must live until insert().
class Insert {
 public:
  Insert(const Database& database, const std::string& table, std::size_t columns) : database_(database.get()) {
    std::string sql = "INSERT INTO " + table + " VALUES (?";
    for (std::size_t i = 1; i < columns; ++i) sql += ",?";
    sqlite3_stmt* prepared = nullptr;
    require(sqlite3_prepare_v2(database_, (sql + ')').c_str(), -1, &prepared, nullptr), database_);
    statement_.reset(prepared);
  }
  Insert& bind(std::string_view text) {  // an empty text may come without a place, which SQLite takes for NULL
    return bound(sqlite3_bind_text64(get(), next_, text.empty() ? "" : text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8));
  }
  Insert& bind(std::int64_t number) { return bound(sqlite3_bind_int64(get(), next_, number)); }
  Insert& bind(double number) { return bound(sqlite3_bind_double(get(), next_, number)); }
  Insert& bind_null() { return bound(sqlite3_bind_null(get(), next_)); }
  void insert() {
    require(sqlite3_step(get()), database_, SQLITE_DONE);
    require(sqlite3_reset(get()), database_);
    next_ = 1;
  }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  sqlite3_stmt* get() const { return statement_.get(); }
  Insert& bound(int code) {
    require(code, database_);
    ++next_;
    return *this;
  }
  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int next_ = 1;
};

std::string_view column_type(ValueType type) {
  switch (type) {
    case ValueType::Integer:
    case ValueType::Boolean: return "INTEGER";
    case ValueType::Real:
    case ValueType::Decimal: return "REAL";
    case ValueType::Text:
    case ValueType::TextList:
    case ValueType::Date:
    case ValueType::Link: break;
  }
  return "TEXT";
}

/// What a property key is called as a column. All of them are columns, filled or not, so that a query runs on every graph.
std::string columns(bool of_edges) {
  std::string sql;
  for (const KeyInfo& key : keys())
    if (of_edges ? key.on_edges : !key.nodes.empty()) sql.append(", \"").append(key.name).append("\" ").append(column_type(key.type));
  return sql;
}

std::size_t column_count(bool of_edges) {
  std::size_t count = 0;
  for (const KeyInfo& key : keys()) count += of_edges ? key.on_edges : !key.nodes.empty();
  return count;
}

std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

/// One result a row, with the names of what it is about.
std::string results_view() {
  const auto related = [](std::string_view alias, Relation relation) {
    return " LEFT JOIN edges AS e_" + std::string(alias) + " ON e_" + std::string(alias) + ".source = r.id AND e_" + std::string(alias) +
           ".label = " + quoted(info(relation).label) + " LEFT JOIN nodes AS " + std::string(alias) + " ON " + std::string(alias) +
           ".id = e_" + std::string(alias) + ".target";
  };
  return "CREATE VIEW results AS SELECT r.iri, r.value, r.unit, r.raw, r.delta, r.baselineValue, method.label AS method, benchmark.label AS"
         " benchmark, metric.label AS metric, metric.direction, baseline.label AS baseline, paper.iri AS paper, paper.title, paper.date"
         " FROM nodes AS r" +
         related("method", Relation::OfMethod) + related("benchmark", Relation::OnBenchmark) + related("metric", Relation::ByMetric) +
         related("baseline", Relation::OverBaseline) + " LEFT JOIN edges AS reports ON reports.target = r.id AND reports.label = " +
         quoted(info(Relation::Reports).label) + " LEFT JOIN nodes AS paper ON paper.id = reports.source WHERE r.kind = " +
         quoted(info(Kind::Result).label);
}

class TablesWriter {
 public:
  TablesWriter(const Graph& graph, const ExportOptions& options) : graph_(graph), options_(options) {}

  void write(Output& out) {
    database_.run("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'");
    database_.run("BEGIN");
    create_tables();
    fill_nodes();
    fill_edges();
    if (options_.claims) fill_claims();
    create_indexes();
    database_.run("COMMIT");
    database_.write(out);
  }

 private:
  void create_tables() {
    database_.run("CREATE TABLE nodes (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, label TEXT NOT NULL" +
                  columns(false) + ")");
    database_.run("CREATE TABLE node_kinds (node INTEGER NOT NULL REFERENCES nodes, kind TEXT NOT NULL)");
    database_.run("CREATE TABLE aliases (node INTEGER NOT NULL REFERENCES nodes, alias TEXT NOT NULL)");
    database_.run("CREATE TABLE edges (id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES nodes, target INTEGER NOT NULL"
                  " REFERENCES nodes, label TEXT NOT NULL, weight INTEGER NOT NULL" + columns(true) + ")");
    database_.run("CREATE TABLE claims (edge INTEGER REFERENCES edges, node INTEGER REFERENCES nodes, paper TEXT NOT NULL, date TEXT NOT NULL,"
                  " field TEXT NOT NULL, begin INTEGER NOT NULL, \"end\" INTEGER NOT NULL, sentence TEXT NOT NULL, rule TEXT NOT NULL,"
                  " confidence REAL NOT NULL)");
    database_.run(results_view());
  }

  /// Made last: filling indexed tables costs more.
  void create_indexes() {
    database_.run("CREATE INDEX nodes_label ON nodes (label); CREATE INDEX nodes_kind ON nodes (kind, label);"
                  " CREATE INDEX node_kinds_node ON node_kinds (node); CREATE INDEX node_kinds_kind ON node_kinds (kind);"
                  " CREATE INDEX aliases_node ON aliases (node); CREATE INDEX aliases_alias ON aliases (alias);"
                  " CREATE INDEX edges_source ON edges (source, label); CREATE INDEX edges_target ON edges (target, label);"
                  " CREATE INDEX edges_label ON edges (label); CREATE INDEX claims_edge ON claims (edge); CREATE INDEX claims_node ON claims"
                  " (node); CREATE INDEX claims_paper ON claims (paper, date)");
  }

  void fill_nodes() {
    Insert nodes(database_, "nodes", 4 + column_count(false)), node_kinds(database_, "node_kinds", 2), aliases(database_, "aliases", 2);
    for (NodeId id = 0; id < graph_.nodes().size(); ++id) {
      const Node& node = graph_.node(id);
      nodes.bind(std::int64_t{id}).bind(node.iri).bind(info(node.kinds.first()).label).bind(graph_.name(id));
      bind_columns(nodes, node, false);
      nodes.insert();
      for (const KindInfo& kind : kinds())
        if (node.kinds.has(kind.kind)) node_kinds.bind(std::int64_t{id}).bind(kind.label).insert();
      if (const Value* const names = graph_.value(node, Key::Aliases))
        for (const std::string_view name : std::get<std::span<const std::string_view>>(*names))
          aliases.bind(std::int64_t{id}).bind(name).insert();
    }
  }

  void fill_edges() {
    Insert edges(database_, "edges", 5 + column_count(true));
    for (EdgeId id = 0; id < graph_.edges().size(); ++id) {
      const Edge& edge = graph_.edge(id);
      edges.bind(std::int64_t{id}).bind(std::int64_t{edge.source}).bind(std::int64_t{edge.target}).bind(info(edge.relation).label);
      edges.bind(static_cast<std::int64_t>(weight_of(graph_, edge)));
      bind_columns(edges, edge, true);
      edges.insert();
    }
  }

  void fill_claims() {
    Insert claims(database_, "claims", 2 + claim_column_count);
    for (EdgeId id = 0; id < graph_.edges().size(); ++id)
      for (const Claim& claim : graph_.claims(graph_.edge(id))) {
        claims.bind(std::int64_t{id}).bind_null();
        insert_claim(claims, claim);
      }
    for (NodeId id = 0; id < graph_.nodes().size(); ++id)
      for (const Claim& claim : graph_.claims(graph_.node(id))) {
        claims.bind_null().bind(std::int64_t{id});
        insert_claim(claims, claim);
      }
  }

  void insert_claim(Insert& row, const Claim& claim) {
    for (const ClaimColumnInfo& column : claim_columns())
      visit_claim(graph_, claim, column.column, [&](auto item) {
        using Item = decltype(item);
        if constexpr (std::is_same_v<Item, float>) row.bind(decimal_of(item));
        else if constexpr (std::is_same_v<Item, std::uint32_t>) row.bind(std::int64_t{item});
        else row.bind(item);
      });
    row.insert();
  }

  template <class Owner>
  void bind_columns(Insert& row, const Owner& owner, bool of_edges) {
    for (const KeyInfo& key : keys()) {
      if (of_edges ? !key.on_edges : key.nodes.empty()) continue;
      const Value* const value = graph_.value(owner, key.key);
      if (value == nullptr || !fits({key.key, *value})) row.bind_null();
      else std::visit([&](const auto& v) { bind_value(row, v); }, *value);
    }
  }

  void bind_value(Insert& row, std::string_view text) { row.bind(text); }  // a REAL column turns a decimal into its number
  void bind_value(Insert& row, std::int64_t number) { row.bind(number); }
  void bind_value(Insert& row, bool yes) { row.bind(std::int64_t{yes}); }
  void bind_value(Insert& row, double number) { row.bind(number); }
  void bind_value(Insert& row, std::span<const std::string_view> list) {
    list_.clear();
    for (const std::string_view item : list) list_.add(item);
    row.bind(list_.finish());
  }

  const Graph& graph_;
  const ExportOptions& options_;
  Database database_;
  ListText list_;
};

}  // namespace

void write_sqlite(const View& view, const ExportOptions& options, Output& out) { TablesWriter(view.graph, options).write(out); }

}  // namespace digestkg::exporters
