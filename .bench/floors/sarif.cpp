// The floor of SARIF: simdjson On-Demand reads rule, level, message and first place of each result
// of a log whose keys it knows, and keeps none of them.
//
// Prints how many results there are.

#include <simdjson.h>

#include <cstdint>
#include <cstdio>
#include <string_view>

namespace {

using namespace simdjson;

// What is read of a result; the sum keeps the compiler from leaving the reading out.
struct Result {
  std::string_view rule, level, message, uri;
  std::int64_t line = 0;

  std::size_t sum() const {
    return rule.size() + level.size() + message.size() + uri.size() + std::size_t(line);
  }
};

void read_place(ondemand::array locations, Result &result) {
  for (ondemand::object location : locations) {
    for (auto field : ondemand::object(location["physicalLocation"])) {
      std::string_view key = field.unescaped_key();
      if (key == "artifactLocation") {
        result.uri = field.value()["uri"].get_string();
      } else if (key == "region") {
        result.line = field.value()["startLine"].get_int64();
      }
    }
  }
}

Result read_result(ondemand::object object) {
  Result result;
  for (auto field : object) {
    std::string_view key = field.unescaped_key();
    if (key == "ruleId") {
      result.rule = field.value().get_string();
    } else if (key == "level") {
      result.level = field.value().get_string();
    } else if (key == "message") {
      result.message = field.value()["text"].get_string();
    } else if (key == "locations") {
      read_place(field.value().get_array(), result);
    }
  }
  return result;
}

}  // namespace

int main(int count, char **arguments) {
  if (count != 2) return 2;
  try {
    padded_string text = padded_string::load(arguments[1]);
    ondemand::parser parser;
    ondemand::document document = parser.iterate(text);
    std::size_t results = 0;
    std::size_t sum = 0;
    for (ondemand::object run : document["runs"]) {
      for (ondemand::object result : run["results"]) {
        results += 1;
        sum += read_result(result).sum();
      }
    }
    std::printf("%zu\n", results);
    return sum == 0;
  } catch (const simdjson_error &error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
