/** The address of a source, where a browser may follow it: a text of the CRM is never a script. */
export function toAddress(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const trimmed = text.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  const known = url.protocol === "https:" || url.protocol === "http:";
  return known && url.hostname.includes(".") ? url.href : undefined;
}
