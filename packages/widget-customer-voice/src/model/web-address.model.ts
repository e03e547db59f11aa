/** Only what a browser opens as a page becomes a link: what people paste may be a script. */
export function isWebAddress(text: string | undefined): text is string {
  if (text === undefined || !URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === "https:" || protocol === "http:";
}
