"""The kernels behind pages: lean, without a debugger, and silent about what went wrong inside."""

from datetime import timedelta
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_core.utils import ensure_async
from jupyter_server._tz import utcnow
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

QUIET = ("--log-level=CRITICAL", "--HistoryManager.enabled=False")
"""No traceback into a page, and no line on disk about when a page was opened."""

JOINED_WITHIN = timedelta(minutes=2)


class LeanKernelSpecs(KernelSpecManager):
    """Python kernels start through `sharedground_server.lean_kernel`, which saves 8 MB for each open page."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        spec = super().get_kernel_spec(kernel_name)
        if "ipykernel_launcher" in spec.argv:
            at = spec.argv.index("ipykernel_launcher")
            spec.argv = [*spec.argv[:at], "sharedground_server.lean_kernel", *spec.argv[at + 1 :], *QUIET]
        return spec


class Kernels(AsyncMappingKernelManager):
    """Kernels that send no traceback to a page; those that wait for a page stay, those no page joined go."""

    allow_tracebacks = False
    _pools: dict[str, list[Any]]  # Voila's, and only where kernels are kept waiting

    def __init__(self, **kwargs: Any) -> None:
        self._joined: set[str] = set()
        super().__init__(**kwargs)

    def waiting(self) -> set[str]:
        """Ids of the kernels that are ready and have no page yet."""
        if not hasattr(self, "get_rendered_notebook"):  # no kernel is kept waiting
            return set()
        ready = [task for pool in self._pools.values() for task in pool if task.done() and not task.exception()]
        return {task.result()["kernel_id"] for task in ready}

    def sockets(self, kernel_id: str) -> int:
        """How many sockets are open to a kernel."""
        return int(self._kernel_connections.get(kernel_id, 0))

    def notify_connect(self, kernel_id: str) -> None:
        self._joined.add(kernel_id)
        super().notify_connect(kernel_id)

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        if kernel_id in self.waiting():
            return
        never_joined = kernel_id not in self._joined
        if never_joined and utcnow() - self._kernels[kernel_id].last_activity > JOINED_WITHIN:
            await ensure_async(self.shutdown_kernel(kernel_id, now=True))
            return
        await super().cull_kernel_if_idle(kernel_id)

    def remove_kernel(self, kernel_id: str) -> Any:
        self._joined.discard(kernel_id)
        return super().remove_kernel(kernel_id)
