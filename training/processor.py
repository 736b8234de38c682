"""What makes training on a CPU quick: number formats and memory, tried or set at the start."""

import ctypes
import time

import torch

# mallopt(3), <malloc.h>
_TRIM_THRESHOLD, _TOP_PAD, _MMAP_MAX = -1, -2, -4


def half_is_faster() -> bool:
    """Tell whether this processor multiplies bf16 faster than float32, by trying both.

    With a matrix unit (AMX) bf16 is several times faster; with AVX-512 alone it was half as fast.
    """
    took = {}
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # two would wait for each other where others use the machine
    for kind in (torch.float32, torch.bfloat16):
        a, b = torch.ones(1024, 256, dtype=kind), torch.ones(256, 1024, dtype=kind)
        times = []
        for _ in range(20):
            began = time.perf_counter()
            a @ b
            times.append(time.perf_counter() - began)
        took[kind] = min(times)
    torch.set_num_threads(threads)
    return took[torch.bfloat16] < took[torch.float32]


def keep_memory() -> None:
    """Let the C library keep what is freed, instead of getting every large matrix anew.

    New memory comes page by page and wiped; that took a sixth of the time of a large product.
    Only glibc can be told; elsewhere nothing happens.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        for name, value in ((_MMAP_MAX, 0), (_TRIM_THRESHOLD, 2**31 - 1), (_TOP_PAD, 2**28)):
            mallopt(name, value)
