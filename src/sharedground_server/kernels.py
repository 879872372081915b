"""The kernels behind pages: lean, without a debugger, and silent about what went wrong inside."""

from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager


class LeanKernelSpecs(KernelSpecManager):
    """Python kernels start through `sharedground_server.lean_kernel`, which saves 8 MB for each open page."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        spec = super().get_kernel_spec(kernel_name)
        if "ipykernel_launcher" in spec.argv:
            at = spec.argv.index("ipykernel_launcher")
            spec.argv = [*spec.argv[:at], "sharedground_server.lean_kernel", *spec.argv[at + 1 :], "--log-level=ERROR"]
        return spec


class Kernels(AsyncMappingKernelManager):
    """Kernels that send no traceback to a page, and of which those that wait for a page are not culled."""

    allow_tracebacks = False

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        if kernel_id not in self._waiting():
            await super().cull_kernel_if_idle(kernel_id)

    def _waiting(self) -> set[str]:
        pools: dict[str, list[Any]] = getattr(self, "_pools", {})
        ready = [task for pool in pools.values() for task in pool if task.done() and not task.exception()]
        return {task.result()["kernel_id"] for task in ready}
