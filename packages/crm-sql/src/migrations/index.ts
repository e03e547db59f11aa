import { first } from "./001-first.ts";

/** One step forward; never changed once released. Its number is its place in the list. */
export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

export const MIGRATIONS: readonly Migration[] = [first];
