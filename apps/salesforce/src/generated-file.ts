/** A file of the package, its path below `force-app/main/default`. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}
