// What the tests of intake/ write to disk and read back.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "intake/intake.hpp"

namespace recoupe::intake {

inline std::string gzipped(const std::string& bytes) {
  z_stream z{};
  deflateInit2(&z, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&z, bytes.size()) + 64, '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

using Lines = std::vector<std::string>;

// A folder of its own for each test.
class TestFiles : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    root_ = std::filesystem::path(testing::TempDir()) /
            fmt::format("{}_{}_{}", test->test_suite_name(), getpid(), test->name());
    std::filesystem::create_directories(root_);
  }
  void TearDown() override { std::filesystem::remove_all(root_); }

  std::string path(const std::string& name) const { return (root_ / name).string(); }
  std::string write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << bytes;
    return path(name);
  }

  // "name: bytes" for a page, "name! reason" for an error, with the folder's own path left out.
  std::string line(const Result<Page>& page) const {
    std::string out = page.ok() ? page.value().source_name + ": " + page.value().bytes
                                : page.error().where + "! " + page.error().what;
    for (size_t at = out.find(root_.string()); at != std::string::npos; at = out.find(root_.string()))
      out.erase(at, root_.string().size() + 1);
    return out;
  }
  Lines read_lines(const std::vector<std::string>& inputs, const Options& options = {}) const {
    Lines out;
    const auto take = [&](Result<Page> page) {
      out.push_back(line(page));
      return true;
    };
    read(inputs, take, options);
    return out;
  }
  std::vector<Page> pages(const std::string& file, const Options& options = {}) const {
    std::vector<Page> out;
    const auto take = [&](Result<Page> page) {
      EXPECT_TRUE(page.ok()) << page.error().where << ": " << page.error().what;
      if (page.ok()) out.push_back(page.take());
      return true;
    };
    read({file}, take, options);
    return out;
  }
  Lines again(std::vector<std::string> names) const {
    for (std::string& name : names) name = path(name);
    Lines out;
    read_again(names, [&](Result<Page> page) {
      out.push_back(line(page));
      return true;
    });
    return out;
  }
  // Every page of `file`, read and then read again by its name, one at a time and all at once: the same
  // bytes.
  void expect_found_again(const std::string& file) const {
    std::vector<std::string> names;
    Lines first, together, alone;
    read({file}, [&](Result<Page> page) {
      if (!page.ok()) return true;
      names.push_back(page.value().source_name);
      first.push_back(line(page));
      return true;
    });
    const auto into = [&](Lines& lines) {
      return [&](Result<Page> page) {
        lines.push_back(line(page));
        return true;
      };
    };
    read_again(names, into(together));
    for (const std::string& name : names) read_again({name}, into(alone));
    EXPECT_EQ(together, first);
    EXPECT_EQ(alone, first);
    EXPECT_FALSE(first.empty());
  }

  std::filesystem::path root_;
};

}  // namespace recoupe::intake
