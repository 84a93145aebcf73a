#include "clean/html/article.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "clean/html/root.hpp"
#include "clean/html/sift.hpp"
#include "clean/html/survey.hpp"
#include "clean/reasons.hpp"

namespace recoupe::clean {
namespace {

// Whether a line goes on behind a lone <br>: «… la préfecture des<br>Alpes-Maritimes».
bool runs_on(std::string_view before, std::string_view after) {
  if (before.empty() || after.empty()) return false;
  const char last = before.back();
  const utf8::Decoded first = utf8::decode(after, 0);
  return (utf8::is_letter(utf8::decode_before(before, before.size()).code_point) || last == ',') &&
         utf8::is_lower(first.code_point);
}

class Writer {
 public:
  Writer(const Survey& survey, WebArticle& out) : s_(survey), out_(out) {}

  void write(const std::vector<std::string_view>& why) {
    for (size_t b = 0; b < why.size(); ++b) {
      const Block& block = s_.flat.blocks[b];
      const Span page = s_.flat.to_page.to_source(block.text);
      skip_until(page.begin);
      if (why[b].empty())
        keep(b);
      else
        leave_out({page, why[b]});
    }
    skip_until(UINT32_MAX);
    out_.to_page = compose(cut_, s_.flat.to_page);
  }

 private:
  void skip_until(uint32_t at) {
    const auto& skipped = s_.flat.skipped;
    for (; next_ < skipped.size() && skipped[next_].page.begin < at; ++next_)
      if (skipped[next_].why != why::code) leave_out(skipped[next_]);
  }

  void leave_out(const Skipped& skipped) {
    // Side by side and for the same reason: one stretch.
    if (!out_.left_out.empty() && !kept_since_ && out_.left_out.back().why == skipped.why)
      out_.left_out.back().page.end = std::max(out_.left_out.back().page.end, skipped.page.end);
    else
      out_.left_out.push_back(skipped);
    kept_since_ = false;
  }

  void keep(size_t b) {
    const Block& block = s_.flat.blocks[b];
    const std::string_view words = s_.flat.words(block);
    if (!out_.text.empty()) {
      const bool same = last_ != no_block && last_ + 1 == b && s_.flat.blocks[last_].ends_soft &&
                        s_.flat.blocks[last_].node == block.node;
      out_.text += same && runs_on(out_.text, words) ? " " : "\n\n";
    }
    cut_.add(static_cast<uint32_t>(out_.text.size()), block.text.begin, block.text.size());
    out_.text += words;
    last_ = b;
    kept_since_ = true;
  }

  const Survey& s_;
  WebArticle& out_;
  Alignment cut_;
  size_t next_ = 0, last_ = no_block;
  bool kept_since_ = false;
};

}  // namespace

WebArticle read_web_page(std::string_view page, const HintWords& words) {
  const html::Tree tree = html::parse(page);
  WebArticle out;
  if (tree.too_deep)
    out.diagnostics.push_back({"html", "elements are nested deeper than 512: read as if beside each other"});
  const PageFacts facts = read_facts(tree);
  const Survey seen = survey(tree, facts, words);
  const Vouched vouched = vouched_by(facts.linked.body, seen);
  const std::vector<std::string_view> why = sift(seen, vouched, find_root(seen, vouched));
  Writer(seen, out).write(why);
  out.metadata = read_metadata(seen, facts, why);
  if (out.text.empty()) out.diagnostics.push_back({"html", "no text of an article was found on this page"});
  return out;
}

}  // namespace recoupe::clean
