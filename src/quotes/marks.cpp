#include "quotes/marks.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace recoupe::quotes {
namespace {

enum class Style : uint8_t { guillemet, curly, low, angle, straight, single, doubled };
enum class Side : uint8_t { none, open, close, either };

struct Mark {
  Span span;
  Style style = Style::straight;
  Side side = Side::none;
};

struct Open {
  Style style;
  Span mark;
};

bool is_word(char32_t c) {
  return utf8::is_letter(c) || utf8::is_digit(c);
}
bool blank_or_none(utf8::Decoded d) {
  return d.size == 0 || utf8::is_space(d.code_point) || d.code_point == U'\n';
}

// Straight marks do not say whether they open or close; the blanks around them mostly do. French typists put
// a blank on both sides, then only the order tells.
Side side_by_blanks(std::string_view text, Span mark) {
  const utf8::Decoded before = utf8::decode_before(text, mark.begin), after = utf8::decode(text, mark.end);
  const auto opens_after = [](char32_t c) {
    return c == U'(' || c == U'[' || c == U'«' || c == U'“' || c == U'—' || c == U'–' || c == U'\'' ||
           c == U'’' || c == U'/' || c == U':' || c == U'>';
  };
  const auto closes_before = [](char32_t c) {
    return c == U'.' || c == U',' || c == U';' || c == U':' || c == U'!' || c == U'?' || c == U')' ||
           c == U']' || c == U'»' || c == U'”' || c == U'…' || c == U'<';
  };
  const bool left_free = blank_or_none(before), right_free = blank_or_none(after);
  if (left_free && !right_free)
    return closes_before(after.code_point) && before.size != 0 ? Side::either : Side::open;
  if (right_free && !left_free) return before.code_point == U':' ? Side::either : Side::close;
  if (left_free) return Side::either;
  if (opens_after(before.code_point) && is_word(after.code_point)) return Side::open;
  if (closes_before(after.code_point)) return Side::close;
  return Side::either;
}

// Single marks are taken only where they cannot be apostrophes: before a word and not inside one, or after
// it.
Side side_of_single(std::string_view text, Span mark) {
  const utf8::Decoded before = utf8::decode_before(text, mark.begin), after = utf8::decode(text, mark.end);
  const bool word_before = before.size != 0 && is_word(before.code_point);
  const bool word_after = after.size != 0 && is_word(after.code_point);
  if (word_before && word_after) return Side::none;
  if (word_after && (blank_or_none(before) || before.code_point == U'(' || before.code_point == U'"'))
    return Side::open;
  if (!blank_or_none(before) && !word_after) return Side::close;
  return Side::none;
}

Mark mark_at(std::string_view text, uint32_t at, utf8::Decoded d) {
  const auto make = [&](Style style, Side side) { return Mark{{at, at + d.size}, style, side}; };
  switch (d.code_point) {
    case U'«':
      return make(Style::guillemet, Side::open);
    case U'»':
      return make(Style::guillemet, Side::close);
    case U'“':
      return make(Style::curly, Side::open);
    case U'”':
      return make(Style::curly, Side::close);
    case U'„':
      return make(Style::low, Side::open);
    case U'‹':
      return make(Style::angle, Side::open);
    case U'›':
      return make(Style::angle, Side::close);
    case U'‘':
      return make(Style::single, Side::open);
    case U'"':
    case U'＂':
      return make(Style::straight, side_by_blanks(text, {at, at + d.size}));
    case U'\'':
    case U'’': {
      const utf8::Decoded next = utf8::decode(text, at + d.size);
      if (next.code_point == d.code_point) {
        const Span both{at, at + d.size + next.size};
        return Mark{both, Style::doubled, side_by_blanks(text, both)};
      }
      return make(Style::single, side_of_single(text, {at, at + d.size}));
    }
    default:
      return {};
  }
}

// Whether a closing mark of one style may close an opening one of another: “a", „a“, «a".
bool closes(Style open, Style close) {
  if (open == close) return true;
  const auto loose = [](Style s) {
    return s == Style::curly || s == Style::low || s == Style::straight || s == Style::doubled;
  };
  return loose(open) && loose(close);
}

Span trim(std::string_view text, Span span) {
  while (span.begin < span.end) {
    const utf8::Decoded d = utf8::decode(text, span.begin);
    if (!utf8::is_space(d.code_point) && d.code_point != U'\n') break;
    span.begin += d.size;
  }
  while (span.begin < span.end) {
    const utf8::Decoded d = utf8::decode_before(text, span.end);
    if (!utf8::is_space(d.code_point) && d.code_point != U'\n') break;
    span.end -= d.size;
  }
  return span;
}

class Paragraph_scan {
 public:
  Paragraph_scan(std::string_view text, Span span, uint32_t index, std::vector<Marked>& out)
      : text_(text), span_(span), index_(index), out_(out) {}

  // `waiting`: the paragraph before ended inside marks. Returns whether this one does.
  bool run(bool waiting) {
    waiting_ = waiting;
    for (uint32_t at = span_.begin; at < span_.end;) {
      const utf8::Decoded d = utf8::decode(text_, at);
      const Mark mark = mark_at(text_, at, d);
      if (mark.side != Side::none) {
        take(mark);
        at = mark.span.end;
        continue;
      }
      if (d.code_point == U':') colon_ = at + 1;
      if ((d.code_point == U'.' || d.code_point == U'?' || d.code_point == U'!') && stack_.empty() &&
          blank_or_none(utf8::decode(text_, at + d.size)))
        stop_ = at + 1;
      at += d.size;
    }
    return finish();
  }

 private:
  void take(Mark mark) {
    // «“» ends what «„» began.
    if (mark.style == Style::curly && mark.side == Side::open && !stack_.empty() &&
        stack_.back().style == Style::low)
      mark.side = Side::close;
    if (mark.style == Style::curly && mark.side == Side::close && stack_.empty() &&
        side_by_blanks(text_, mark.span) == Side::open)
      mark.side = Side::open;
    const bool pending = find_open(mark.style) >= 0;
    if (mark.side == Side::either) mark.side = pending ? Side::close : Side::open;
    if (mark.style == Style::straight && mark.side == Side::open && pending &&
        stack_.back().style == Style::straight &&
        blank_or_none(utf8::decode_before(text_, mark.span.begin)) == false)
      mark.side = Side::close;
    if (mark.side == Side::open) {
      if (stack_.size() < 16) stack_.push_back({mark.style, mark.span});
    } else {
      close(mark);
    }
  }

  int find_open(Style style) const {
    for (int i = static_cast<int>(stack_.size()) - 1; i >= 0; --i)
      if (closes(stack_[i].style, style)) return i;
    return -1;
  }

  void close(const Mark& mark) {
    const int at = find_open(mark.style);
    if (at >= 0) {
      const Open open = stack_[at];
      stack_.resize(at);
      if (stack_.empty() || all_single()) add(open.mark, mark.span, open.style == Style::single);
      return;
    }
    if (mark.style == Style::single || !stack_.empty()) return;
    if (waiting_) return add_unopened(span_.begin, mark.span, true);
    // Closed and never opened: from the colon or the last full stop before it, whichever is nearer.
    if (mark.style == Style::guillemet || mark.style == Style::curly)
      add_unopened(std::max({span_.begin, colon_, stop_, last_}), mark.span, false);
  }

  // A single mark that never closes was an apostrophe; what stands inside it counts as outermost.
  bool all_single() const {
    for (const Open& open : stack_)
      if (open.style != Style::single) return false;
    return true;
  }

  void add(Span open, Span close, bool single) {
    Marked marked;
    marked.outer = {open.begin, close.end};
    marked.inner = trim(text_, {open.end, close.begin});
    marked.single = single;
    push(marked);
  }

  void add_unopened(uint32_t begin, Span close, bool continues) {
    Marked marked;
    marked.inner = trim(text_, {begin, close.begin});
    marked.outer = {marked.inner.begin, close.end};
    marked.opened = false;
    marked.continues = continues;
    waiting_ = false;
    push(marked);
  }

  void push(Marked marked) {
    // An outer stretch replaces the ones inside it that were taken for outermost while only a single mark was
    // open.
    while (out_.size() > first_ && marked.outer.contains(out_.back().outer)) out_.pop_back();
    marked.paragraph = index_;
    last_ = marked.outer.end;
    if (!marked.inner.empty()) out_.push_back(marked);
  }

  bool finish() {
    for (const Open& open : stack_) {
      if (open.style == Style::single) continue;
      Marked marked;
      marked.outer = {open.mark.begin, trim(text_, span_).end};
      marked.inner = trim(text_, {open.mark.end, span_.end});
      // «A « b c »: the inner one took the closing mark of the outer.
      const utf8::Decoded end = utf8::decode_before(text_, marked.inner.end);
      const Mark last = mark_at(text_, marked.inner.end - end.size, end);
      const bool shared =
          last.side == Side::close && closes(open.style, last.style) && last.style != Style::single;
      if (shared) marked.inner = trim(text_, {marked.inner.begin, last.span.begin});
      marked.closed = shared;
      while (out_.size() > first_ && out_.back().outer.begin >= marked.outer.begin) out_.pop_back();
      push(marked);
      return !shared;
    }
    return waiting_ && out_.size() == first_;
  }

  std::string_view text_;
  Span span_;
  uint32_t index_;
  std::vector<Marked>& out_;
  size_t first_ = out_.size();
  std::vector<Open> stack_;
  bool waiting_ = false;
  uint32_t colon_ = 0, stop_ = 0, last_ = 0;
};

}  // namespace

std::vector<Marked> find_marked(std::string_view text, std::span<const Paragraph> paragraphs) {
  constexpr uint32_t longest_wait =
      6;  // paragraphs that an open mark may run over before it counts as forgotten
  std::vector<Marked> out;
  bool waiting = false;
  uint32_t since = 0;
  std::vector<uint32_t> silent;  // paragraphs without marks since one ended inside marks
  for (uint32_t i = 0; i < paragraphs.size(); ++i) {
    const size_t before = out.size();
    const bool open = Paragraph_scan(text, paragraphs[i].span, i, out).run(waiting);
    const bool continued = out.size() > before && out[before].continues;
    if (continued && !silent.empty()) {
      // The mark that closes here was opened before the silent paragraphs: they are part of it.
      std::vector<Marked> between;
      for (const uint32_t p : silent) {
        Marked marked;
        marked.outer = marked.inner = trim(text, paragraphs[p].span);
        marked.paragraph = p;
        marked.opened = marked.closed = false;
        marked.continues = true;
        if (!marked.inner.empty()) between.push_back(marked);
      }
      out.insert(out.begin() + static_cast<ptrdiff_t>(before), between.begin(), between.end());
    }
    if (open && out.size() == before) {
      silent.push_back(i);
      waiting = ++since < longest_wait;
      if (!waiting) silent.clear();
    } else {
      silent.clear();
      since = 0;
      waiting = open;
    }
  }
  return out;
}

}  // namespace recoupe::quotes
