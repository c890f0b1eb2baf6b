#pragma once
// A bar on standard error while long work goes on, if that is a terminal.

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace digestkg::cli {

/// Shows a stage's name and how much of it is done, from 0.3 s on; wipes it at the end. advance() may be called from any thread.
class Progress {
 public:
  explicit Progress(std::string_view stage, std::size_t total = 0);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void advance(std::size_t steps = 1) { done_.fetch_add(steps, std::memory_order_relaxed); }

 private:
  void draw_until_done();
  std::string line() const;

  const std::string stage_;
  const std::size_t total_;
  std::atomic<std::size_t> done_{0};
  std::mutex guard_;
  std::condition_variable ended_;
  bool over_ = false;
  std::thread drawer_;
};

}  // namespace digestkg::cli
