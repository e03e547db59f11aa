/** Codes that Salesforce kept from before ISO 639 changed them. */
const FORMER: Readonly<Record<string, string>> = { in: "id", iw: "he", ji: "yi" };

/**
 * One BCP 47 locale from the two settings a Salesforce user has: words in the user's language, numbers and dates as in
 * their region. "en" and "de-DE" become "en-DE", which writes English words and German numbers.
 *
 * @param language `@salesforce/i18n/lang`, or what an admin set for one place
 * @param locale `@salesforce/i18n/locale`
 */
export function toSalesforceLocale(language: string, locale: string): string {
  const [spoken = "en", ...rest] = language.replaceAll("_", "-").split("-");
  const words = [FORMER[spoken] ?? spoken, ...rest].join("-");
  const [first, second] = [parse(words), parse(locale.replaceAll("_", "-"))];
  if (!first) return second?.baseName ?? "en";
  if (!second || second.language === first.language) return (second ?? first).baseName;
  return second.region === undefined ? first.baseName : `${first.language}-${second.region}`;
}

function parse(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}
