/** Outcomes of the probes in one host, by the probe's name. */
export type Outcomes = Readonly<Record<string, string>>;

/**
 * What works where, as it stands in the repository: where all three shadow modes agree there is one column for them.
 */
export type ProbeTable = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** @param modes the hosts of Lightning; @param plain the control */
export function toProbeTable(plain: Outcomes, modes: Readonly<Record<string, Outcomes>>): ProbeTable {
  return Object.fromEntries(
    Object.entries(plain).map(([probe, onPage]) => {
      const outcomes = Object.fromEntries(
        Object.entries(modes).map(([mode, outcome]) => [mode, outcome[probe] ?? "not asked"]),
      );
      const different = new Set(Object.values(outcomes));
      const [agreed = ""] = different;
      return [probe, { page: onPage, ...(different.size === 1 ? { lightning: agreed } : outcomes) }];
    }),
  );
}
