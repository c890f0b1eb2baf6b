"""Runs programs and tells what they took."""
import json
import os
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Cost:
    wall: float  # s
    cpu: float  # s of user and system time
    peak: int  # bytes of memory
    kernel: float = 0  # s of `cpu` that the system took


def run(command, output=os.devnull):
    """One run with output thrown away; a failing program ends the measurement."""
    with open(output, "wb") as out, open(os.devnull, "wb") as nowhere:
        begin = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdout=out, stderr=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"exit code {process.returncode}: {' '.join(map(str, command))}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, usage.ru_stime)


def middle(costs):
    return Cost(*(statistics.median(getattr(cost, field) for cost in costs) for field in ("wall", "cpu", "peak", "kernel")))


def alternate(rounds, *sides):
    """Medians of sides (functions that give a Cost), which take turns so that a busy moment hits all of them. Each run comes behind one of
    the same that is not counted, so that it finds its files and as much memory as it needs at hand, and what was left for the disk is
    written before it begins."""
    costs = [[] for _ in sides]
    for _ in range(rounds):
        for side, cost in zip(sides, costs):
            side()
            os.sync()
            cost.append(side())
    return [middle(cost) for cost in costs]


def stages(program, inputs, pattern=".", seconds=0.3):
    """What Google Benchmark tells: {stage: its JSON}."""
    command = [program, f"--benchmark_filter={pattern}", f"--benchmark_min_time={seconds}", "--benchmark_format=json", *inputs]
    told = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
    return {stage["name"]: stage for stage in json.loads(told)["benchmarks"]}


def stage_cost(program, inputs, name):
    stage = stages(program, inputs, f"^{name}$", 0.1)[name]
    return Cost(stage["real_time"] / 1000, stage["cpu_time"] / 1000, 0)
