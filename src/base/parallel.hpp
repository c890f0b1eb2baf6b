#pragma once
// Runs a function over indices on several threads; results are the caller's, by index, so thread order cannot show.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace digestkg {

/// Calls work(i) once for each i in [0, count), in chunks of `grain`. The first exception is rethrown when all threads have ended.
template <class Work>
void parallel_for(std::size_t count, unsigned jobs, std::size_t grain, Work&& work) {
  if (jobs <= 1 || count <= grain) {
    for (std::size_t i = 0; i < count; ++i) work(i);
    return;
  }
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex guard;
  const auto run = [&] {
    try {
      for (std::size_t begin = next.fetch_add(grain); begin < count; begin = next.fetch_add(grain))
        for (std::size_t i = begin; i < std::min(begin + grain, count); ++i) work(i);
    } catch (...) {
      const std::lock_guard lock(guard);
      if (!failure) failure = std::current_exception();
      next = count;
    }
  };
  std::vector<std::thread> threads;
  try {
    for (unsigned j = 1; j < jobs; ++j) threads.emplace_back(run);
  } catch (const std::system_error&) {  // memory or a limit is short: fewer threads do the same
  }
  run();
  for (auto& thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
}

/// Two things that do not look at each other, at once when there is more than one job.
template <class First, class Second>
void both(unsigned jobs, First&& first, Second&& second) {
  parallel_for(2, std::min(jobs, 2u), 1, [&](std::size_t part) {
    if (part == 0) first();
    else second();
  });
}

/// Work that waits for something other than the processor, each piece on a thread of its own. Safe to call from several threads.
class Aside {
 public:
  Aside() = default;
  Aside(const Aside&) = delete;
  Aside& operator=(const Aside&) = delete;
  ~Aside() { join(); }

  /// Runs `work` beside the caller, or at once where no thread is to be had. What it throws comes out of wait().
  void run(std::function<void()> work) {
    const std::lock_guard lock(guard_);
    const auto guarded = [this, work = std::move(work)] {
      try {
        work();
      } catch (...) {
        const std::lock_guard failing(failing_);
        if (!failure_) failure_ = std::current_exception();
      }
    };
    try {
      threads_.emplace_back(guarded);
    } catch (const std::system_error&) {
      guarded();
    }
  }

  /// Waits for all; the first exception is rethrown.
  void wait() {
    join();
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
  }

 private:
  void join() {
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

  std::mutex guard_, failing_;
  std::vector<std::thread> threads_;
  std::exception_ptr failure_;
};

}  // namespace digestkg
