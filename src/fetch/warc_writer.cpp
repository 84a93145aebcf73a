#include "fetch/warc_writer.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <zlib.h>

#include <array>

#include "intake/http_message.hpp"

namespace recoupe::fetch {
namespace {

std::array<unsigned char, 20> sha1(std::string_view bytes) {
  std::array<unsigned char, 20> digest{};
  EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha1(), nullptr);
  return digest;
}

// "sha1:" and 32 letters of base 32, as archives write it.
std::string digest(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string out = "sha1:";
  uint32_t held = 0;
  int bits = 0;
  for (const unsigned char byte : sha1(bytes)) {
    held = held << 8 | byte;
    for (bits += 8; bits >= 5; bits -= 5) out += letters[held >> (bits - 5) & 31];
  }
  return out;
}

std::string member(std::string_view record) {
  z_stream z{};
  deflateInit2(&z, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&z, record.size()) + 32, '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(record.data()));
  z.avail_in = static_cast<uInt>(record.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

std::string record(std::string_view fields, std::string_view block) {
  return member(fmt::format("WARC/1.1\r\n{}WARC-Block-Digest: {}\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n",
                            fields, digest(block), block.size(), block));
}

// The payload is the body without its chunks; compression is part of it.
std::string payload_digest(const Exchange& exchange) {
  const std::string message = exchange.head + exchange.body;
  const Result<intake::HttpResponse> parsed = intake::parse_response(message);
  if (!parsed.ok()) return {};
  intake::HttpResponse response{parsed.value().status, {}, parsed.value().body};
  response.fields.all.emplace_back("Transfer-Encoding", parsed.value().fields["Transfer-Encoding"]);
  const Result<std::string> body = intake::unpacked_body(response, {});
  return body.ok() ? "WARC-Payload-Digest: " + digest(body.value()) + "\r\n" : std::string();
}

}  // namespace

// A UUID of version 5: the digest of a name.
std::string WarcWriter::next_id() {
  std::array<unsigned char, 20> d = sha1(fmt::format("{}/{}", seed_, ++count_));
  d[6] = static_cast<unsigned char>((d[6] & 0x0F) | 0x50);
  d[8] = static_cast<unsigned char>((d[8] & 0x3F) | 0x80);
  std::string out = "<urn:uuid:";
  for (size_t i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
    out += fmt::format("{:02x}", d[i]);
  }
  return out + ">";
}

std::string WarcWriter::warcinfo(std::string_view date, std::string_view file_name, std::string_view agent) {
  const std::string block = fmt::format(
      "software: {}\r\nformat: WARC File Format 1.1\r\n"
      "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
      "http-header-user-agent: {}\r\nrobots: obey\r\n",
      software_, agent);
  info_id_ = next_id();
  return record(
      fmt::format("WARC-Type: warcinfo\r\nWARC-Record-ID: {}\r\nWARC-Date: {}\r\nWARC-Filename: {}\r\n"
                  "Content-Type: application/warc-fields\r\n",
                  info_id_, date, file_name),
      block);
}

std::string WarcWriter::exchange(std::string_view url, std::string_view date, const Exchange& exchange) {
  const std::string request = next_id(), response = next_id();
  const std::string address =
      exchange.remote_address.empty() ? "" : fmt::format("WARC-IP-Address: {}\r\n", exchange.remote_address);
  const auto common = [&](std::string_view type, const std::string& id, const std::string& other) {
    return fmt::format(
        "WARC-Type: {0}\r\nWARC-Target-URI: {1}\r\nWARC-Date: {2}\r\nWARC-Record-ID: {3}\r\n"
        "WARC-Concurrent-To: {4}\r\nWARC-Warcinfo-ID: {5}\r\n{6}Content-Type: application/http; "
        "msgtype={0}\r\n",
        type, url, date, id, other, info_id_, address);
  };
  return record(common("request", request, response), exchange.request) +
         record(common("response", response, request) + payload_digest(exchange),
                exchange.head + exchange.body);
}

}  // namespace recoupe::fetch
