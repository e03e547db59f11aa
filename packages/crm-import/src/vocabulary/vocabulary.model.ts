/** Headers by which a field of one kind is known, in every vendor's and language's words; squashed before comparing. */
export interface KindVocabulary {
  readonly targets: Readonly<Record<string, TargetWords>>;
  /** Headers that have no field of their own but tell the kind. */
  readonly signs: readonly string[];
  /** Words in a file's name that tell the kind. */
  readonly fileNames: readonly string[];
  /** Each group needs one of its targets, or a file is not of this kind. */
  readonly needs: readonly (readonly string[])[];
}

export interface TargetWords {
  /** How much such a column says about the kind: 1 little (an id), 3 much (a stage). */
  readonly weight: number;
  /** Best first: of two columns for one field the one named earlier here is taken. */
  readonly headers: readonly string[];
}

export const words = (weight: number, headers: string): TargetWords => ({
  weight,
  headers: headers.split("|").map((header) => header.trim()),
});

export const list = (headers: string): readonly string[] => headers.split("|").map((header) => header.trim());
