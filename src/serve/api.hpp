// The page and the JSON API of a dossier's folder, as a function from request to answer; described for
// programs in openapi.json, which it serves. Safe to call from many threads at once.
//
//   GET  /                              the page; also dossier.json, articles.jsonl and the .csv files by
//   name GET  /api/v1                        counts GET
//   /api/v1/LIST[?field=value&from=…&to=…&limit=…&offset=…]   a page of articles, stories, origins,
//                                       entities, clusters or timeline, elements as dossier.json has them
//   GET  /api/v1/LIST/ID                one of them; of articles, the whole line of articles.jsonl
//   GET  /api/v1/search?q=QUERY         as `recoupe search`
//   GET  /api/v1/corrections            corrections.jsonl, as it is
//   POST /api/v1/corrections            one correction, or a list of them, put at its end
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "base/result.hpp"
#include "serve/access.hpp"
#include "serve/folder.hpp"
#include "serve/messages.hpp"

namespace recoupe::serve {

// What is wrong with one correction (a JSON object); empty if nothing is. Without one, every object is taken.
using CheckCorrection = std::function<std::string(const std::string& line)>;

class Api {
 public:
  // An Error if there is no dossier in the folder.
  static Result<std::unique_ptr<Api>> open(const std::string& folder, Access access, CheckCorrection check);

  Response answer(const Request& request);

 private:
  Api(std::string path, Access access, CheckCorrection check, std::shared_ptr<const Folder> folder)
      : path_(std::move(path)),
        access_(std::move(access)),
        check_(std::move(check)),
        folder_(std::move(folder)) {}

  // What the folder holds now: read again where a run of recoupe has replaced its files.
  std::shared_ptr<const Folder> current();
  Response get(const Request& request, const Folder& folder) const;
  Response add_corrections(const Request& request);

  const std::string path_;
  const Access access_;
  const CheckCorrection check_;
  std::mutex reading_, correcting_;
  std::shared_ptr<const Folder> folder_;
};

}  // namespace recoupe::serve
