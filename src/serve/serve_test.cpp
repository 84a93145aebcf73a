#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "serve/access.hpp"
#include "serve/api.hpp"
#include "serve/json_index.hpp"

namespace recoupe::serve {
namespace {

using Json = nlohmann::json;

TEST(Access, HostHeaders) {
  EXPECT_EQ(host_name("localhost:8080"), "localhost");
  EXPECT_EQ(host_name("LocalHost"), "localhost");
  EXPECT_EQ(host_name("[::1]:80"), "::1");
  EXPECT_EQ(host_name("[::1]"), "::1");
  for (const char* bad : {"", "[::1", "[::1]x", "a:b", "a:1:2", "a:", "a:999999"})
    EXPECT_EQ(host_name(bad), "") << bad;
}

TEST(Access, Secrets) {
  EXPECT_TRUE(same_secret("abc", "abc"));
  EXPECT_FALSE(same_secret("abc", "abd"));
  EXPECT_FALSE(same_secret("abc", "abcd"));
  EXPECT_FALSE(same_secret("", "abc"));
}

Request get(std::string path, std::map<std::string, std::string> headers = {}) {
  headers.emplace("host", "localhost:1");
  return {"GET", std::move(path), {}, std::move(headers), {}};
}

TEST(Access, WhoIsAnswered) {
  const Access open{{"localhost"}, {}};
  EXPECT_EQ(refusal(get("/"), open).status, 0);
  EXPECT_EQ(refusal(get("/", {{"host", "rebound.example"}}), open).status, 421);
  EXPECT_EQ(refusal(get("/", {{"host", "localhost, rebound.example"}}), open).status, 421);
  EXPECT_EQ(refusal(get("/", {{"origin", "http://localhost:1"}}), open).status, 0);
  EXPECT_EQ(refusal(get("/", {{"origin", "http://localhost:2"}}), open).status, 403);
  EXPECT_EQ(refusal(get("/", {{"origin", "null"}}), open).status, 403);

  const Access closed{{"localhost"}, "a long and secret token"};
  EXPECT_EQ(refusal(get("/"), closed).status, 401);
  EXPECT_EQ(refusal(get("/", {{"authorization", "Bearer a long and secret token"}}), closed).status, 0);
  EXPECT_EQ(refusal(get("/", {{"authorization", "Bearer a long"}}), closed).status, 401);
  EXPECT_EQ(refusal(get("/", {{"cookie", "x=1; recoupe_token=a long and secret token"}}), closed).status, 0);
  EXPECT_EQ(refusal(get("/", {{"cookie", "recoupe_token="}}), closed).status, 401);
  Request with_token = get("/");
  with_token.parameters.emplace("token", "a long and secret token");
  EXPECT_EQ(refusal(with_token, closed).status, 303);
  with_token.path = "/dossier.json";  // in the address of the page alone
  EXPECT_EQ(refusal(with_token, closed).status, 401);
}

TEST(JsonIndex, FindsElementsOfEveryKind) {
  const std::string json =
      R"( {"recoupe": 1, "a" : [ {"x":"]}\"," , "y":[1,[2]]} , "s,]" , 12, true ,null,[ ]] ,"o":{"a":[7]}, "b":[],"c":[3]} )";
  ASSERT_TRUE(Json::accept(json));
  const auto lists = index_lists(json);
  ASSERT_EQ(lists.size(), 3u);
  const Json tree = Json::parse(json);
  for (const auto& [name, spans] : lists) {
    ASSERT_EQ(spans.size(), tree[name].size()) << name;
    for (size_t i = 0; i < spans.size(); ++i) EXPECT_EQ(Json::parse(slice(json, spans[i])), tree[name][i]);
  }
}

TEST(JsonIndex, BrokenJsonStaysInside) {
  const std::string json = R"({"a":[{"x":"y"},[1,2],"z\")]}])";
  for (size_t length = 0; length <= json.size(); ++length)
    for (const auto& [name, spans] : index_lists(std::string_view(json).substr(0, length)))
      for (const Span span : spans) EXPECT_LE(span.end, length);
}

class ApiTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("recoupe-serve-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
    write(
        "dossier.json",
        R"({"recoupe":1,"articles":[{"id":"aa","outlet":"Le Jour","published":"2024-03-12"},{"id":"bb","outlet":null,"published":"2024-04-01T08:00"}],"clusters":[{"id":"c1","kind":"figure","members":[{"article":"aa"}]}]})");
    write("articles.jsonl",
          "{\"recoupe\":1,\"id\":\"aa\",\"text\":\"un\"}\n{\"recoupe\":1,\"id\":\"bb\",\"text\":\"deux\"}\n");
    write("index.html", "<p>page");
    auto opened = Api::open(folder_, {{"localhost"}, {}}, [](const std::string& line) {
      return line.find("\"bad\"") == std::string::npos ? std::string() : std::string("it is bad");
    });
    ASSERT_TRUE(opened.ok()) << opened.error().what;
    api_ = opened.take();
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& content) {
    std::ofstream(folder_ / name) << content;
  }
  Json json(const std::string& path, const std::multimap<std::string, std::string>& parameters = {}) {
    Request request = get(path);
    request.parameters = parameters;
    return Json::parse(api_->answer(request).body);
  }

  std::filesystem::path folder_;
  std::unique_ptr<Api> api_;
};

TEST_F(ApiTest, ListsAndItems) {
  EXPECT_EQ(json("/api/v1/articles")["total"], 2);
  EXPECT_EQ(json("/api/v1/articles", {{"outlet", "Le Jour"}})["items"][0]["id"], "aa");
  EXPECT_EQ(json("/api/v1/articles", {{"from", "2024-04"}})["items"][0]["id"], "bb");
  EXPECT_EQ(json("/api/v1/articles", {{"to", "2024-03-12"}})["total"], 1);
  EXPECT_EQ(json("/api/v1/articles/bb")["text"], "deux");
  EXPECT_EQ(json("/api/v1/articles/cc")["status"], 404);
  EXPECT_EQ(json("/api/v1/clusters", {{"article", "aa"}, {"kind", "figure"}})["total"], 1);
  EXPECT_EQ(json("/api/v1/clusters", {{"article", "bb"}})["total"], 0);
  EXPECT_EQ(json("/api/v1/clusters/c1")["kind"], "figure");
  EXPECT_EQ(json("/api/v1/nothing")["status"], 404);
}

TEST_F(ApiTest, Paging) {
  const Json first = json("/api/v1/articles", {{"limit", "1"}});
  EXPECT_EQ(first["items"].size(), 1u);
  EXPECT_EQ(first["next"], "/api/v1/articles?limit=1&offset=1");
  EXPECT_TRUE(json("/api/v1/articles", {{"limit", "1"}, {"offset", "1"}})["next"].is_null());
  EXPECT_EQ(json("/api/v1/articles", {{"offset", "18446744073709551615"}})["items"].size(), 0u);
  for (const char* bad : {"0", "1001", "-1", "x", "", "99999999999999999999"})
    EXPECT_EQ(json("/api/v1/articles", {{"limit", bad}})["status"], 400) << bad;
}

TEST_F(ApiTest, NoPathReachesTheFileSystem) {
  write("secret.txt", "secret");
  for (const char* path :
       {"/secret.txt", "/../x", "//etc/passwd", "/dossier.sqlite", "/./index.html", "/api/v1/../secret.txt"})
    EXPECT_EQ(api_->answer(get(path)).status, 404) << path;
}

TEST_F(ApiTest, WhatIsKnownIsNotSentAgain) {
  const Response first = api_->answer(get("/"));
  EXPECT_EQ(first.status, 200);
  std::string tag;
  for (const auto& [name, value] : first.headers)
    if (name == "ETag") tag = value;
  EXPECT_EQ(api_->answer(get("/", {{"if-none-match", tag}})).status, 304);
  write("index.html", "<p>another page");
  EXPECT_EQ(api_->answer(get("/", {{"if-none-match", tag}})).status, 200);
}

TEST_F(ApiTest, AFolderBeingReplacedIsServedAsItWas) {
  std::filesystem::create_directories(folder_ / ".recoupe-writing");
  write(".recoupe-writing/.ready", "");
  write("dossier.json", R"({"recoupe":1,"articles":[]})");
  EXPECT_EQ(json("/api/v1/articles")["total"], 2);
  std::filesystem::remove_all(folder_ / ".recoupe-writing");
  EXPECT_EQ(json("/api/v1/articles")["total"], 0);
}

TEST_F(ApiTest, Corrections) {
  Request request{
      "POST", "/api/v1/corrections", {}, {{"host", "localhost"}, {"content-type", "application/json"}}, {}};
  const auto post = [&](const std::string& body) {
    request.body = body;
    return api_->answer(request).status;
  };
  write("corrections.jsonl", "{\"mine\":1}");  // without a line end, as an editor may leave it
  EXPECT_EQ(post(R"({"a":1})"), 201);
  EXPECT_EQ(post(R"([{"b":2},{"c":3}])"), 201);
  for (const char* bad : {"", "1", "[]", "[1]", "{", R"([{"d":4},{"bad":1}])"})
    EXPECT_EQ(post(bad), 400) << bad;
  request.headers["content-type"] = "text/plain";
  EXPECT_EQ(post(R"({"a":1})"), 415);
  EXPECT_EQ(api_->answer(get("/api/v1/corrections")).body, "{\"mine\":1}\n{\"a\":1}\n{\"b\":2}\n{\"c\":3}\n");
  request.method = "DELETE";
  EXPECT_EQ(post(""), 405);
}

}  // namespace
}  // namespace recoupe::serve
