const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** A size of a file in the unit that fits it. */
export function formatBytes(
  bytes: number,
  format: (value: number, options?: Intl.NumberFormatOptions) => string,
): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  return format(bytes / 1000 ** step, {
    style: "unit",
    unit: UNITS[step] ?? "byte",
    unitDisplay: "short",
    maximumFractionDigits: step === 0 ? 0 : 1,
  });
}
