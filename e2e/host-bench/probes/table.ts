// The script that a host of the bench loads to be asked what it lets scripts do.
import { codeProbes } from "./code.probes.ts";
import { documentProbes } from "./document.probes.ts";
import { type Probes, runProbes } from "./probe.ts";
import { trafficProbes } from "./traffic.probes.ts";

const PROBES: Probes = { ...codeProbes, ...documentProbes, ...trafficProbes };

(globalThis as { SweetspotBench?: unknown }).SweetspotBench = {
  mount: async (element: HTMLElement) => ({
    probe: () => runProbes(PROBES, element),
    unmount: () => element.replaceChildren(),
  }),
};
