#include "weights/model_file.hpp"

#include <cstdint>
#include <cstring>

namespace recoupe::weights {
namespace {

constexpr char magic[] = "RCPSYN01";
constexpr size_t border = 64;

struct Header {
  char magic[8];
  uint32_t size, sections;
  uint64_t digest;
};
struct Row {
  char name[24];
  uint32_t begin, size;
};

// Told apart: accidents (a cut or damaged copy), not attacks.
uint64_t digest_of(std::string_view bytes) {
  uint64_t h = bytes.size() * 0x9E3779B97F4A7C15ull;
  size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    uint64_t word;
    std::memcpy(&word, bytes.data() + at, 8);
    h = (h ^ word) * 0xD6E8FEB86659FD93ull;
    h ^= h >> 32;
  }
  for (; at < bytes.size(); ++at) h = (h ^ static_cast<unsigned char>(bytes[at])) * 0x100000001B3ull;
  return h ^ (h >> 29);
}

}  // namespace

Result<ModelFile> ModelFile::open(std::string_view bytes, std::string_view name) {
  const auto fail = [&](const char* what) { return Error{std::string(name), what}; };
  Header header;
  if (bytes.empty()) return fail("the model is missing or empty");
  if (bytes.size() < sizeof(header)) return fail("truncated model");
  std::memcpy(&header, bytes.data(), sizeof(header));
  if (std::memcmp(header.magic, magic, sizeof(header.magic)) != 0) return fail("not a Recoupe model");
  if (header.size != bytes.size()) return fail("truncated model");
  if (reinterpret_cast<uintptr_t>(bytes.data()) % 8 != 0) return fail("unaligned model");
  if (digest_of(bytes.substr(sizeof(header))) != header.digest) return fail("damaged model: wrong digest");
  if (sizeof(header) + uint64_t{header.sections} * sizeof(Row) > bytes.size()) return fail("damaged model");
  ModelFile file;
  file.bytes_ = bytes;
  file.name_ = name;
  for (uint32_t i = 0; i < header.sections; ++i) {
    Row row;
    const char* at = bytes.data() + sizeof(header) + i * sizeof(Row);
    std::memcpy(&row, at, sizeof(row));
    if (uint64_t{row.begin} + row.size > bytes.size() || row.begin % 8 != 0) return fail("damaged model");
    file.sections_.emplace_back(std::string_view(at, strnlen(at, sizeof(row.name))),
                                bytes.substr(row.begin, row.size));
  }
  return file;
}

std::string_view ModelFile::section(std::string_view name) const {
  for (const auto& [key, bytes] : sections_)
    if (key == name) return bytes;
  return {};
}

std::string write_model(const std::vector<std::pair<std::string, std::string>>& sections) {
  Header header{};
  std::string out(sizeof(Header) + sections.size() * sizeof(Row), '\0');
  for (size_t i = 0; i < sections.size(); ++i) {
    out.resize((out.size() + border - 1) / border * border, '\0');
    Row row{};
    std::memcpy(row.name, sections[i].first.data(), std::min(sections[i].first.size(), sizeof(row.name)));
    row.begin = static_cast<uint32_t>(out.size());
    row.size = static_cast<uint32_t>(sections[i].second.size());
    std::memcpy(out.data() + sizeof(Header) + i * sizeof(Row), &row, sizeof(row));
    out += sections[i].second;
  }
  std::memcpy(header.magic, magic, sizeof(header.magic));
  header.size = static_cast<uint32_t>(out.size());
  header.sections = static_cast<uint32_t>(sections.size());
  header.digest = digest_of(std::string_view(out).substr(sizeof(Header)));
  std::memcpy(out.data(), &header, sizeof(header));
  return out;
}

}  // namespace recoupe::weights
