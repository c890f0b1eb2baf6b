// Steps done -> a bar that is drawn anew ten times a second.

#include "cli/progress.hpp"

#include "cli/style.hpp"

#include <algorithm>
#include <chrono>
#include <unistd.h>

namespace digestkg::cli {
namespace {

using namespace std::chrono_literals;

void to_terminal(std::string_view text) {
  if (::write(STDERR_FILENO, text.data(), text.size()) < 0) return;  // a bar that cannot be seen is no loss
}

}  // namespace

Progress::Progress(std::string_view stage, std::size_t total) : stage_(stage), total_(total) {
  if (::isatty(STDERR_FILENO) != 0) drawer_ = std::thread([this] { draw_until_done(); });
}

Progress::~Progress() {
  if (!drawer_.joinable()) return;
  {
    const std::lock_guard lock(guard_);
    over_ = true;
  }
  ended_.notify_one();
  drawer_.join();
}

void Progress::draw_until_done() {
  std::unique_lock lock(guard_);
  if (ended_.wait_for(lock, 300ms, [this] { return over_; })) return;
  do to_terminal("\r\x1B[K" + line());
  while (!ended_.wait_for(lock, 100ms, [this] { return over_; }));
  to_terminal("\r\x1B[K");
}

std::string Progress::line() const {
  if (total_ == 0) return stage_ + " ...";
  constexpr std::size_t width = 30;
  const std::size_t done = std::min(done_.load(std::memory_order_relaxed), total_);
  const std::size_t filled = done * width / total_;
  return stage_ + " [" + std::string(filled, '#') + std::string(width - filled, '.') + "] " + grouped(done) + " of " + grouped(total_);
}

}  // namespace digestkg::cli
