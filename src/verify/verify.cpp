#include "verify/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <unordered_map>

#include "base/utf8.hpp"
#include "clean/clean.hpp"
#include "corrections/corrections.hpp"
#include "document/names.hpp"
#include "engine/corrected.hpp"
#include "intake/intake.hpp"
#include "report/article_json.hpp"
#include "report/article_read.hpp"
#include "report/corrections_read.hpp"
#include "report/csv.hpp"
#include "report/dossier_json.hpp"
#include "report/page.hpp"
#include "store/store.hpp"
#include "verify/by_hand.hpp"
#include "verify/checks.hpp"

namespace recoupe::verify {
namespace {

namespace fs = std::filesystem;

constexpr size_t lines_at_once = 64;  // held in memory with their originals
// What was read once under a limit that the user raised is read again.
constexpr intake::Options any_size{.max_article_bytes = size_t{1} << 30};
constexpr size_t longest_line = size_t{256} << 20;

struct Line {
  uint64_t number = 0;
  std::string text;
  std::optional<report::ArticleRecord> record;
};

class Verifier {
 public:
  Verifier(const engine::Resources& resources, const Corrections& corrections,
           const std::function<void(const Problem&)>& take, bool keep)
      : resources_(resources), corrections_(corrections), take_(take), keep_(keep) {}

  void articles(std::istream& lines, std::string file) {
    file_ = std::move(file);
    std::vector<Line> batch;
    std::string text;
    for (uint64_t number = 1; std::getline(lines, text); ++number) {
      if (text.empty()) continue;
      Line line{number, std::move(text), {}};
      text.clear();
      read(line);
      batch.push_back(std::move(line));
      if (batch.size() == lines_at_once) check(batch);
    }
    check(batch);
  }

  void dossier(const fs::path& folder);
  const Tally& tally() const { return tally_; }
  void problem(Problem problem) {
    ++tally_.problems;
    take_(problem);
  }

 private:
  void read(Line& line) {
    ++tally_.articles;
    auto record = line.text.size() > longest_line ? Result<report::ArticleRecord>(Error{"", "is too long"})
                                                  : report::read_article(line.text);
    if (record.ok())
      line.record = record.take();
    else
      problem({fmt::format("{}:{}", file_, line.number), "", "", "this line " + record.error().what});
  }

  void check(std::vector<Line>& batch) {
    std::vector<std::string> names;
    for (const Line& line : batch)
      if (line.record) names.push_back(line.record->source_name);
    std::map<std::string, Result<Page>> pages;
    intake::read_again(
        names,
        [&](Result<Page> page) {
          std::string name = page.ok() ? page.value().source_name : page.error().where;
          pages.emplace(std::move(name), std::move(page));
          return true;
        },
        any_size);
    for (const Line& line : batch)
      if (line.record) check(line, pages);
    batch.clear();
  }

  void check(const Line& line, const std::map<std::string, Result<Page>>& pages) {
    const report::ArticleRecord& record = *line.record;
    const std::string place = fmt::format("{}:{}", file_, line.number);
    const auto tell = [&](const std::string& item, std::string reason) {
      problem({place, record.source_name, item, std::move(reason)});
    };
    if (!seen_.insert(record.id).second) tell("", "an article of this id stood before");
    const auto page = pages.find(record.source_name);
    if (page == pages.end() || !page->second.ok())
      return tell("", "the original cannot be read again: " +
                          (page == pages.end() ? std::string("not found") : page->second.error().what));
    tally_.cells += record.items.size();
    const Page& original = page->second.value();
    check_article(record, original, clean::clean(original, resources_.clean), tell);
    tally_.by_hand += check_marks(record, corrections_, tell);
    if (!record.engine.empty() && record.engine != report::engine_version()) {
      ++tally_.other_version;
      return;
    }
    Document again = read_again(record, original);
    if (corrections::correct_before_reading(again, corrections_)) engine::read_anew(again, resources_);
    const auto differences = report::json_differences(line.text, report::article_json(corrected(again)));
    if (differences.ok())
      for (const report::Difference& d : differences.value())
        tell(d.path, fmt::format("says {}; read again it is {}", d.left, d.right));
    if (keep_) documents_.push_back(std::move(again));
  }

  // As it stands in the output; the document itself waits for all others, to be corrected with them.
  Document corrected(const Document& document) const {
    if (corrections_.list.empty()) return document;
    std::vector<Document> one{document};
    corrections::correct(one, corrections_);
    return std::move(one.front());
  }

  // As the line was read: with the language or the date that the user gave, where reading finds another.
  Document read_again(const report::ArticleRecord& record, const Page& page) const {
    engine::ReadOptions options;
    if (record.date_basis == "given" || record.date_basis == "story") options.published = record.published;
    Document document = engine::read(page, resources_, options);
    if (name(document.language) != record.language && !record.language.empty()) {
      options.language = language_from(record.language);
      document = engine::read(page, resources_, options);
    }
    if (record.date_basis == "story" && document.published && document.published->basis == DateBasis::given)
      document.published->basis = DateBasis::story;
    return document;
  }

  void same(const fs::path& folder, std::string_view name, const std::string& expected);
  void same_dossier(const std::string& file, const std::string& json, const Dossier& dossier);
  void pointers(const std::string& file, const report::DossierRecord& record,
                const std::vector<Document>& articles);

  void passages(const std::string& file, const report::DossierRecord& record,
                const std::vector<Document>& articles);

  const engine::Resources& resources_;
  const Corrections& corrections_;
  const std::function<void(const Problem&)>& take_;
  const bool keep_;  // documents are kept, to compare them again
  std::string file_;
  std::set<std::string> seen_;
  std::vector<Document> documents_;
  Tally tally_;
};

std::optional<std::string> read_whole(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  if (!file) return {};
  return out.str();
}

// Every id that dossier.json uses is there, and every shared passage is the same words in both originals.
void Verifier::pointers(const std::string& file, const report::DossierRecord& record,
                        const std::vector<Document>& articles) {
  std::unordered_map<std::string, const Document*> by_id;
  for (const Document& d : articles) by_id[d.id] = &d;
  for (const std::string& id : record.articles)
    if (!by_id.contains(id)) problem({file, "", id, "no article of this id is in articles.jsonl"});
  for (const report::NamedValue& reference : record.article_references)
    if (!by_id.contains(reference.value))
      problem({file, "", reference.field, "names an article that is not there: " + reference.value});
  const std::set<std::string> clusters(record.clusters.begin(), record.clusters.end());
  for (const std::string& cluster : record.timeline)
    if (!clusters.contains(cluster))
      problem({file, "", "timeline", "names a cluster that is not there: " + cluster});
  const std::set<std::string> origins(record.origins.begin(), record.origins.end());
  const std::set<std::string> entities(record.entities.begin(), record.entities.end());
  for (const report::MemberRecord& member : record.members) {
    ++tally_.cells;
    const auto article = by_id.find(member.article);
    if (article == by_id.end()) {
      problem(
          {file, "", "cluster " + member.cluster, "names an article that is not there: " + member.article});
      continue;
    }
    const Document& d = *article->second;
    const size_t number = member.claim.size() > 1 && member.claim.size() < 9
                              ? std::strtoul(member.claim.c_str() + 1, nullptr, 10)
                              : 0;
    const size_t count = member.claim[0] == 's'   ? d.statements.size()
                         : member.claim[0] == 'f' ? d.figures.size()
                         : member.claim[0] == 'm' ? d.movements.size()
                         : member.claim[0] == 'v' ? d.events.size()
                         : member.claim[0] == 't' ? d.times.size()
                                                  : 0;
    if (number == 0 || number > count)
      problem({file, d.source_name, "cluster " + member.cluster,
               "names a claim that is not there: " + member.claim});
    if (!member.origin.empty() && !origins.contains(member.origin))
      problem({file, d.source_name, "cluster " + member.cluster,
               "names an origin that is not there: " + member.origin});
    if (!member.speaker.empty() && !entities.contains(member.speaker))
      problem({file, d.source_name, "cluster " + member.cluster,
               "names a speaker that is not there: " + member.speaker});
  }
}

// The letters and digits alone, folded: what a passage's two sides have in common whatever their marks.
std::string bare_words(std::string_view text) {
  const std::string folded = utf8::fold(text);
  std::string out;
  for (size_t i = 0; i < folded.size();) {
    const utf8::Decoded d = utf8::decode(folded, i);
    if (utf8::is_letter(d.code_point) || utf8::is_digit(d.code_point)) utf8::append(out, d.code_point);
    i += std::max(d.size, 1u);
  }
  return out;
}

// A shared passage is the same words in both originals, read again.
void Verifier::passages(const std::string& file, const report::DossierRecord& record,
                        const std::vector<Document>& articles) {
  std::unordered_map<std::string, const Document*> by_id;
  for (const Document& d : articles) by_id[d.id] = &d;
  std::map<std::string, std::vector<std::pair<Span, std::string*>>> wanted;  // source_name → stretches
  std::vector<std::pair<std::string, std::string>> sides(record.passages.size());
  std::vector<std::string> names;
  const auto want = [&](const std::string& article, Span source, std::string& into) {
    const auto found = by_id.find(article);
    if (found == by_id.end()) return;
    wanted[found->second->source_name].emplace_back(source, &into);
    names.push_back(found->second->source_name);
  };
  for (size_t i = 0; i < record.passages.size(); ++i) {
    want(record.passages[i].a, record.passages[i].a_source, sides[i].first);
    want(record.passages[i].b, record.passages[i].b_source, sides[i].second);
  }
  intake::read_again(
      names,
      [&](Result<Page> page) {
        if (!page.ok()) return true;
        const Document cleaned = clean::clean(page.value(), resources_.clean);
        std::vector<Span> removed;
        for (const Removed& gap : cleaned.removed) removed.push_back(gap.source);
        for (const auto& [source, into] : wanted[page.value().source_name])
          if (source.begin <= source.end && source.end <= page.value().bytes.size())
            *into = bare_words(words_at(page.value(), source, removed));
        return true;
      },
      any_size);
  for (size_t i = 0; i < sides.size(); ++i) {
    ++tally_.cells;
    if (sides[i].first.empty() || sides[i].first != sides[i].second)
      problem({file, "", fmt::format("origin {}", record.passages[i].origin),
               fmt::format("passage {}: the two originals do not have the same words there", i + 1)});
  }
}

void Verifier::same_dossier(const std::string& file, const std::string& json, const Dossier& dossier) {
  const auto differences = report::json_differences(json, report::dossier_json(dossier));
  if (!differences.ok()) return;
  for (const report::Difference& d : differences.value())
    problem({file, "", d.path, fmt::format("says {}; compared again it is {}", d.left, d.right)});
}

void Verifier::same(const fs::path& folder, std::string_view name, const std::string& expected) {
  const auto content = read_whole(folder / name);
  if (!content) return problem({std::string(name), "", "", "cannot be read"});
  if (*content == expected) return;
  const auto at = std::mismatch(content->begin(), content->end(), expected.begin(), expected.end()).first;
  problem({std::string(name), "", fmt::format("line {}", 1 + std::count(content->begin(), at, '\n')),
           "is not what the articles give"});
}

void Verifier::dossier(const fs::path& folder) {
  const auto json = read_whole(folder / "dossier.json");
  if (!json) return problem({"dossier.json", "", "", "cannot be read"});
  const auto record = report::read_dossier(*json);
  if (!record.ok()) return problem({"dossier.json", "", "", record.error().what});
  const bool complete = tally_.other_version == 0 && documents_.size() == tally_.articles;
  Dossier again = engine::compare_corrected(std::move(documents_), corrections_);
  pointers("dossier.json", record.value(), again.articles);
  passages("dossier.json", record.value(), again.articles);
  if (!complete) return;  // what is missing or of another version cannot be compared again
  same_dossier("dossier.json", *json, again);
  for (const report::Table& table : report::csv_tables(again.articles))
    same(folder, table.file_name, table.content);
  same(folder, "index.html", report::page_html(again));
  const Result<std::vector<std::string>> tables =
      store::differences((folder / "dossier.sqlite").string(), again);
  if (!tables.ok()) return problem({"dossier.sqlite", "", "", tables.error().what});
  for (const std::string& table : tables.value())
    problem({"dossier.sqlite", "", "table " + table, "is not what the articles give"});
}

}  // namespace

Result<Tally> verify(const std::string& path, const engine::Resources& resources,
                     const std::function<void(const Problem&)>& take) {
  std::error_code ignored;
  const bool folder = fs::is_directory(path, ignored);
  const fs::path file = folder ? fs::path(path) / "articles.jsonl" : fs::path(path);
  std::ifstream lines(file, std::ios::binary);
  if (!lines || fs::is_directory(file, ignored))
    return Error{path, folder ? "there is no articles.jsonl in this folder" : "cannot be read"};
  const fs::path beside = file.parent_path() / "corrections.jsonl";
  Corrections corrections;
  if (file.filename() == "articles.jsonl" && fs::exists(beside, ignored)) {
    const std::optional<std::string> bytes = read_whole(beside);
    if (!bytes) return Error{beside.string(), "cannot be read"};
    corrections = report::read_corrections(*bytes);
  }
  Verifier verifier(resources, corrections, take, folder);
  verifier.articles(lines, file.filename().string());
  if (folder) verifier.dossier(path);
  if (verifier.tally().articles == 0) return Error{path, "holds no article"};
  return verifier.tally();
}

}  // namespace recoupe::verify
