import currency from "@salesforce/i18n/currency";
import language from "@salesforce/i18n/lang";
import locale from "@salesforce/i18n/locale";
import timeZone from "@salesforce/i18n/timeZone";
import id from "@salesforce/user/Id";

/** The user as Lightning describes them; `toSalesforceLocale` makes one locale of language and locale. */
export const SIGNED_IN = Object.freeze({ id, language, locale, timeZone, currency });
