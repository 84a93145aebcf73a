#include "engine/engine.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include "corrections/corrections.hpp"

namespace recoupe::engine {
namespace {

constexpr size_t longest_removed = 500;  // bytes kept of a stretch of clutter, to be shown

// What was taken out, in words, and where it stood; cleaning itself only notes the bytes.
void describe_removed(Document& document, const Page& page) {
  for (Removed& removed : document.removed) {
    removed.at =
        std::min(document.from_source(removed.source).begin, static_cast<uint32_t>(document.text.size()));
    if (page.media_type == MediaType::html) continue;
    const std::string_view words = slice(page.text(), document.decoding.to_text(removed.source));
    size_t length = std::min(words.size(), longest_removed);
    while (length < words.size() && length > 0 && (static_cast<unsigned char>(words[length]) & 0xC0) == 0x80)
      --length;
    removed.text = words.substr(0, length);
  }
}

// The article as intake and clean left it: every stage begins anew.
Document unread(Document&& read) {
  Document out;
  out.id = std::move(read.id);
  out.source_name = std::move(read.source_name);
  out.media_type = read.media_type;
  out.charset = std::move(read.charset);
  out.given = std::move(read.given);
  out.url = std::move(read.url);
  out.outlet = std::move(read.outlet);
  out.title = std::move(read.title);
  out.title_span = read.title_span;
  out.authors = std::move(read.authors);
  out.subtitle = std::move(read.subtitle);
  out.section = std::move(read.section);
  out.updated = std::move(read.updated);
  for (Diagnostic& diagnostic : read.diagnostics)
    if (diagnostic.where == "html") out.diagnostics.push_back(std::move(diagnostic));
  out.language = read.language;
  out.published = std::move(read.published);
  out.text = std::move(read.text);
  out.cleaning = std::move(read.cleaning);
  out.decoding = std::move(read.decoding);
  out.removed = std::move(read.removed);
  out.by_hand = std::move(read.by_hand);
  return out;
}

}  // namespace

void read_anew(Document& document, const Resources& resources) {
  document = unread(std::move(document));
  for (const Stage& stage : stages()) stage.run(document, resources);
}

void correct_before_reading(std::vector<Document>& documents, const Corrections& corrections,
                            const Resources& resources) {
  if (corrections.list.empty()) return;
  for (Document& document : documents)
    if (corrections::correct_before_reading(document, corrections)) read_anew(document, resources);
}

Document read(const Page& page, const Resources& resources, const ReadOptions& options) {
  Document document = clean::clean(page, resources.clean);
  describe_removed(document, page);
  if (options.language != Language::unknown) document.language = options.language;
  if (!document.published && !options.published.empty())
    document.published =
        PublicationDate{options.published, DateBasis::given, options.published, options.published, {}};
  for (const Stage& stage : stages())
    if (stage.writes & options.layers) stage.run(document, resources);
  return document;
}

namespace {

// Pages wait in one bounded queue, results in another, keyed by their place in the input.
class Conveyor {
 public:
  Conveyor(const Resources& resources, const RunOptions& options)
      : resources_(resources), options_(options) {}

  void run(const std::vector<std::string>& inputs, const std::function<bool(Result<Document>)>& take) {
    const size_t jobs = std::max(1u, options_.jobs);
    window_ = jobs * 4;
    std::vector<std::jthread> workers;
    for (size_t i = 0; i < jobs; ++i) workers.emplace_back([this] { work(); });
    std::jthread feeder([&] {
      intake::read(
          inputs, [&](Result<Page> page) { return feed(std::move(page)); }, options_.intake);
      const std::lock_guard lock(mutex_);
      fed_all_ = true;
      changed_.notify_all();
    });
    for (uint64_t next = 0;; ++next) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return results_.contains(next) || (fed_all_ && next == fed_); });
      const auto found = results_.find(next);
      if (found == results_.end()) return;
      Result<Document> result = std::move(found->second);
      results_.erase(found);
      taken_ = next + 1;
      changed_.notify_all();
      lock.unlock();
      if (!take(std::move(result))) return stop();
    }
  }

 private:
  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    waiting_.clear();
    changed_.notify_all();
  }

  bool feed(Result<Page> page) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return fed_ - taken_ < window_ || stopped_; });
    if (stopped_) return false;
    if (page.ok()) {
      waiting_.emplace_back(fed_, page.take());
    } else {
      results_.emplace(fed_, page.error());
    }
    ++fed_;
    changed_.notify_all();
    return true;
  }

  void work() {
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return !waiting_.empty() || fed_all_ || stopped_; });
      if (waiting_.empty()) return;
      auto [index, page] = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      Result<Document> result = engine::read(page, resources_, options_.read);
      lock.lock();
      results_.emplace(index, std::move(result));
      changed_.notify_all();
    }
  }

  const Resources& resources_;
  const RunOptions& options_;
  size_t window_ = 1;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::pair<uint64_t, Page>> waiting_;
  std::map<uint64_t, Result<Document>> results_;
  uint64_t fed_ = 0, taken_ = 0;
  bool fed_all_ = false;
  bool stopped_ = false;
};

}  // namespace

void run(const std::vector<std::string>& inputs, const Resources& resources, const RunOptions& options,
         const std::function<bool(Result<Document>)>& take) {
  Conveyor(resources, options).run(inputs, take);
}

}  // namespace recoupe::engine
