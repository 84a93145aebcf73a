#include "store/store.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>

#include "store/query_text.hpp"

namespace recoupe::store {
namespace {

class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("recoupe-store-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    path_ = folder_ / "dossier?#%.sqlite";  // a name that a URI must escape
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  // The first column of the first row, or the error: what a person at an SQL prompt would see.
  std::string ask(const std::string& sql) const {
    sqlite3* handle = nullptr;
    sqlite3_open(path_.c_str(), &handle);
    sqlite3_stmt* statement = nullptr;
    std::string out;
    if (sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
      out = sqlite3_errmsg(handle);
    } else if (sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_text(statement, 0)) {
      out = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    }
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return out;
  }

  std::filesystem::path folder_;
  std::string path_;
};

Span find(const Document& d, std::string_view words) {
  const auto at = static_cast<uint32_t>(d.text.find(words));
  return {at, at + static_cast<uint32_t>(words.size())};
}

Document article(const std::string& id = "00000000000000aa") {
  Document d;
  d.id = id;
  d.source_name = "crue.txt";
  d.title = "La crue";
  d.outlet = Outlet{"L'Écho", "", "FR", "newspaper"};
  d.published = PublicationDate{"2024-03-12", DateBasis::text, "2024-03-12", "2024-03-12", {}};
  d.language = Language::french;
  d.text =
      "La crue\n\nÀ Nice, la préfète Hélène Castellan a compté «40 morts \"'; DROP TABLE article; --» mardi.";
  Entity castellan;
  castellan.kind = EntityKind::person;
  castellan.name = "Hélène Castellan";
  Entity nice;
  nice.kind = EntityKind::place;
  nice.name = "Nice";
  nice.country = "FR";
  d.entities = {castellan, nice};
  d.mentions = {{EntityId{1}, find(d, "Nice"), EntityKind::place}};
  Statement s;
  s.span = find(d, "40 morts \"'; DROP TABLE article; --");
  s.attribution = {{"Hélène Castellan", EntityId{0}, "préfète", find(d, "la préfète Hélène Castellan"),
                    find(d, "a compté")},
                   {"Radio Corniche", {}, "", {}, {}}};
  s.status = ClaimStatus::hedged;
  d.statements = {s};
  Figure f;
  f.span = find(d, "40 morts");
  f.min = 40;
  f.bound = Bound::at_least;
  f.category = FigureCategory::killed;
  f.what = find(d, "morts");
  f.place = EntityId{1};
  f.time = "2024-03-11";
  d.figures = {f};
  d.times = {{find(d, "mardi"), TimeType::date, "2024-03-12", "r"}};
  Movement m;
  m.span = find(d, "la préfète Hélène Castellan");
  m.who = Part{m.span, EntityId{0}};
  m.to = Part{find(d, "Nice"), EntityId{1}};
  d.movements = {m};
  Event e;
  e.type = EventType::protest;
  e.span = m.span;
  e.mentions = {m.span};
  e.actor = m.who;
  e.place = EntityId{1};
  e.casualties = {FigureId{0}};
  d.events = {e};
  return d;
}

std::vector<Found> search(const Store& store, std::string_view query) {
  auto found = store.search(query);
  EXPECT_TRUE(found.ok()) << query << ": " << (found.ok() ? "" : found.error().what);
  return found.ok() ? found.take() : std::vector<Found>{};
}

TEST_F(StoreTest, AnArticlePutTwiceIsThereOnce) {
  auto store = open(path_);
  ASSERT_TRUE(store.ok()) << store.error().what;
  ASSERT_TRUE(store.value().put(article()).ok());
  Document again = article();
  again.source_name = "copie.txt";
  ASSERT_TRUE(store.value().put(again).ok());
  EXPECT_EQ(store.value().size().value(), 1u);
  EXPECT_EQ(search(store.value(), "kind:statement").size(), 1u);
  EXPECT_EQ(search(store.value(), "compté").size(), 1u);
  EXPECT_EQ(ask("SELECT source_name FROM articles"), "crue.txt");
}

TEST_F(StoreTest, SearchFoldsAccentsAndKnowsFields) {
  auto opened = open(path_);
  Store& store = opened.value();
  ASSERT_TRUE(store.put(article()).ok());
  const auto by_speaker = search(store, "speaker:helene");
  ASSERT_EQ(by_speaker.size(), 1u);
  EXPECT_EQ(by_speaker[0].kind, "statement");
  EXPECT_EQ(by_speaker[0].claim, "s1");
  EXPECT_EQ(by_speaker[0].speaker, "Hélène Castellan");
  EXPECT_EQ(by_speaker[0].status, "hedged");
  const Document d = article();
  EXPECT_EQ(by_speaker[0].source, d.source(d.statements[0].span));
  EXPECT_EQ(by_speaker[0].span.begin, 55u);  // counted in code points
  EXPECT_EQ(search(store, "speaker:prefete").size(), 1u);
  EXPECT_EQ(search(store, "speaker:\"castellan hélène\"").size(), 0u);
  EXPECT_EQ(search(store, "via:radio").size(), 1u);
  EXPECT_EQ(search(store, "kind:figure place:nice category:killed").size(), 1u);
  EXPECT_EQ(search(store, "kind:figure date:2024-03-11").size(), 1u);
  EXPECT_EQ(search(store, "kind:figure date:2024-03-12").size(), 0u);
  EXPECT_EQ(search(store, "kind:statement date:2024-03").size(), 1u);  // of its article's date
  EXPECT_EQ(search(store, "status:asserted kind:statement").size(), 0u);
  EXPECT_EQ(search(store, "outlet:echo kind:time").size(), 1u);
  EXPECT_EQ(search(store, "kind:movement").size(), 1u);
  EXPECT_EQ(search(store, "kind:event place:nice").size(), 1u);
  EXPECT_EQ(search(store, "kind:place")[0].text, "Nice");
  EXPECT_EQ(search(store, "cru*").size(), 1u);
  EXPECT_EQ(search(store, "absent").size(), 0u);
}

TEST_F(StoreTest, NoQueryIsASyntaxError) {
  auto opened = open(path_);
  ASSERT_TRUE(opened.value().put(article()).ok());
  using std::string_view_literals::operator""sv;
  for (const std::string_view query : {"\""sv,
                                       "\"\""sv,
                                       "*"sv,
                                       "a AND"sv,
                                       "NOT"sv,
                                       "NEAR(a b"sv,
                                       "(("sv,
                                       "{x} : y"sv,
                                       "speaker:"sv,
                                       "kind:"sv,
                                       "kind:'; DROP TABLE article; --"sv,
                                       "speaker:\""sv,
                                       "foo:bar"sv,
                                       "a\"b"sv,
                                       "^x"sv,
                                       "-x"sv,
                                       "a + b"sv,
                                       "«"sv,
                                       "date:%"sv,
                                       ":"sv,
                                       "a\0b"sv,
                                       "\xff\xfe"sv,
                                       "text MATCH 'x'"sv,
                                       "!!!"sv,
                                       ""sv,
                                       "\"a\" \"b"sv,
                                       "speaker:***"sv,
                                       "l'eau"sv,
                                       "3,5 %"sv,
                                       "a^2"sv})
    search(opened.value(), query);
  EXPECT_EQ(search(opened.value(), "\"DROP TABLE article\" kind:statement").size(), 1u);
  EXPECT_EQ(opened.value().size().value(), 1u);
}

TEST_F(StoreTest, ReopenedStoreHasEverything) {
  ASSERT_TRUE(open(path_).value().put(article()).ok());
  auto again = open_to_read(path_);
  ASSERT_TRUE(again.ok()) << again.error().what;
  EXPECT_EQ(search(again.value(), "speaker:castellan").size(), 1u);
  EXPECT_FALSE(again.value().put(article("bb")).ok());
  EXPECT_EQ(search(again.value(), "speaker:castellan").size(), 1u);  // an error does not stick for ever
}

TEST_F(StoreTest, AnEmptyFileIsVersionZeroAndIsMigrated) {
  std::ofstream(path_).close();
  EXPECT_FALSE(open_to_read(path_).ok());
  auto store = open(path_);
  ASSERT_TRUE(store.ok()) << store.error().what;
  ASSERT_TRUE(store.value().put(article()).ok());
  EXPECT_EQ(ask("PRAGMA user_version"), "2");
  EXPECT_EQ(ask("PRAGMA journal_mode"), "wal");
}

TEST_F(StoreTest, WhatIsNotOursIsLeftAlone) {
  std::ofstream(path_) << "not a database at all, but long enough to be taken for one by a careless program";
  EXPECT_FALSE(open(path_).ok());
  EXPECT_FALSE(open_to_read(folder_ / "missing.sqlite").ok());
  EXPECT_FALSE(open_to_read(folder_).ok());
  std::filesystem::remove(path_);
  EXPECT_EQ(ask("CREATE TABLE somebody (elses TEXT)"), "");
  const auto foreign = open(path_);
  ASSERT_FALSE(foreign.ok());
  EXPECT_EQ(foreign.error().what, "not a store of recoupe");
  std::filesystem::remove(path_);
  ASSERT_TRUE(open(path_).ok());
  ask("PRAGMA user_version = 99");
  const auto newer = open(path_);
  ASSERT_FALSE(newer.ok());
  EXPECT_EQ(newer.error().what, "was written by a newer version of recoupe");
}

TEST_F(StoreTest, ViewsAreReadableByHand) {
  ASSERT_TRUE(open(path_).value().put(article()).ok());
  EXPECT_EQ(ask("SELECT speaker || '|' || via || '|' || cue || '|' || role || '|' || form FROM statements"),
            "Hélène Castellan|Radio Corniche|a compté|préfète|direct");
  EXPECT_EQ(ask("SELECT id || min || coalesce(max, '-') || bound || what || category || place FROM figures"),
            "f140.0-at_leastmortskilledNice");
  EXPECT_EQ(
      ask("SELECT id || ' ' || type || ' ' || actor_name || ' ' || place || ' ' || casualties FROM events"),
      "v1 protest Hélène Castellan Nice 40 morts");
  EXPECT_EQ(ask("SELECT who_name || ' -> ' || to_name FROM movements"), "Hélène Castellan -> Nice");
  EXPECT_EQ(ask("SELECT value FROM times"), "2024-03-12");
  EXPECT_EQ(ask("SELECT name || country FROM places"), "NiceFR");
  EXPECT_EQ(ask("SELECT outlet FROM articles"), "L'Écho");
  EXPECT_EQ(ask("PRAGMA foreign_key_check"), "");
  EXPECT_EQ(ask("PRAGMA integrity_check"), "ok");
}

TEST_F(StoreTest, TheComparisonIsStoredAndReplaced) {
  Dossier dossier;
  dossier.articles = {article("01"), article("02")};
  dossier.stories = {{"La crue", {0, 1}, "2024-03-12", "2024-03-12"}};
  dossier.origins = {{{0, 1}, true, "ALP", {{0, 1, {0, 5}, {0, 5}}}}};
  DossierEntity castellan;
  castellan.kind = EntityKind::person;
  castellan.name = "Hélène Castellan";
  castellan.members = {{0, EntityId{0}}, {1, EntityId{0}}};
  dossier.entities = {castellan};
  Cluster cluster;
  cluster.relation = ClusterRelation::same;
  cluster.why = "the same words";
  cluster.members = {{0, 0, OriginId{0}, DossierEntityId{0}}, {1, 0, OriginId{0}, DossierEntityId{0}}};
  dossier.clusters = {cluster};
  dossier.timeline = {{"2024-03-12", ClusterId{0}}};
  {
    auto store = open(path_);
    ASSERT_TRUE(store.value().put(dossier).ok());
    const Outcome again = store.value().put(dossier);
    ASSERT_TRUE(again.ok()) << again.error().what;
  }
  EXPECT_EQ(ask("SELECT id || relation || articles || origins FROM clusters"), "c1same21");
  EXPECT_EQ(ask("SELECT count(*) || min(claim) || min(witness) FROM cluster_members"), "2s1Hélène Castellan");
  EXPECT_EQ(ask("SELECT count(*) FROM passage"), "1");
}

TEST_F(StoreTest, AWholeStoreOrTheOldOne) {
  ASSERT_TRUE(write_whole(path_, [](Store& store) { return store.put(article("01")); }).ok());
  EXPECT_FALSE(write_whole(path_, [](Store& store) -> Outcome {
                 if (Outcome put = store.put(article("02")); !put.ok()) return put;
                 return Error{"x", "stopped half way"};
               }).ok());
  EXPECT_EQ(ask("SELECT id FROM articles"), "01");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_), {}), 1);
  EXPECT_FALSE(write_whole(folder_ / "missing" / "x.sqlite", [](Store&) -> Outcome { return Done{}; }).ok());
}

TEST(QueryText, QuotesAndOperatorsAreWords) {
  EXPECT_EQ(parse_query("speaker:hollande \"deuxième ville\" 40*").match,
            "{speaker} : \"hollande\" AND {text speaker} : \"deuxième ville\" AND {text speaker} : \"40\"*");
  EXPECT_EQ(parse_query("a OR b").match,
            "{text speaker} : \"a\" AND {text speaker} : \"OR\" AND {text speaker} : \"b\"");
  EXPECT_EQ(parse_query("KIND:Figure !").conditions.size(), 1u);
  EXPECT_EQ(parse_query("KIND:Figure !").conditions[0].value, "figure");
  EXPECT_EQ(parse_query("KIND:Figure !").match, "");
}

}  // namespace
}  // namespace recoupe::store
