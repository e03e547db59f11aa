/** Method §2: whose strategy a board holds, and what a statement on it can be. */
export const SIDES = ["customer", "provider"] as const;
export const INSIGHT_KINDS = ["strategy", "target", "challenge"] as const;

/** Where we know a thing from (method §2). */
export const SOURCE_KINDS = [
  "conversation",
  "website",
  "investor-relations",
  "annual-report",
  "press",
  "conference-talk",
  "analyst",
  "third-party-expert",
  "digital-listening",
] as const;
