/** Calendar date `YYYY-MM-DD`, without a time zone. */
export type IsoDate = string;
/** Instant in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type IsoInstant = string;
