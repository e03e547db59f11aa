import type {
  RecordId,
  RelationBody,
  RelationPath,
  RelationPerson,
  RelationTarget,
} from "@sweetspot/contract";

/** The people and bodies that answers have spoken of, by id. */
export interface Cast {
  readonly people: ReadonlyMap<RecordId, RelationPerson>;
  readonly bodies: ReadonlyMap<RecordId, RelationBody>;
}

/** A way that somebody means to go: what an introduction begins with. */
export interface ChosenWay {
  readonly target: RelationTarget;
  readonly path: RelationPath;
  readonly cast: Cast;
  /** Why each link of the way is believed, one sentence a link in the user's language. */
  readonly grounds: readonly string[];
}
