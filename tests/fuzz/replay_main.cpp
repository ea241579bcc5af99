// Runs a fuzz target without libFuzzer, so that every build keeps what fuzzing found: each seed as
// it is, cut short at several places, and with bytes flipped by a fixed generator. The same bytes
// on every run.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

constexpr int damaged_copies = 64;

void feed(const std::string& bytes) {
  // A copy of exactly this size, so that a sanitizer sees a read past the end.
  const std::vector<std::uint8_t> exact(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

void feed_damaged(const std::string& seed, std::mt19937& random) {
  for (int copy = 0; copy < damaged_copies && !seed.empty(); ++copy) {
    std::string bytes = seed.substr(0, copy % 4 == 0 ? random() % seed.size() : seed.size());
    for (std::uint32_t flips = random() % 4 + 1; flips > 0 && !bytes.empty(); --flips) {
      bytes[random() % bytes.size()] = static_cast<char>(random() & 0xFF);
    }
    feed(bytes);
  }
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<fs::path> seeds;
  for (int i = 1; i < count; ++i) {
    for (const fs::directory_entry& entry : fs::directory_iterator(arguments[i])) {
      seeds.push_back(entry.path());
    }
  }
  std::sort(seeds.begin(), seeds.end());
  std::mt19937 random(1);
  feed("");
  for (const fs::path& path : seeds) {
    std::ifstream file(path, std::ios::binary);
    const std::string seed{std::istreambuf_iterator<char>(file), {}};
    feed(seed);
    feed_damaged(seed, random);
  }
  std::printf("%zu seeds replayed\n", seeds.size());
  return seeds.empty() ? 1 : 0;
}
