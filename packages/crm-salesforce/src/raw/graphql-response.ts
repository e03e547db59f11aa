/** Whatever a vendor sends may be missing or null. */
export type Nullish<T> = T | null | undefined;

/** A field of a record. The whole key is missing where field security withholds it. */
export interface SalesforceValue<T = string> {
  readonly value?: Nullish<T>;
  /** The value in the user's language and format. */
  readonly displayValue?: Nullish<string>;
}

export interface SalesforceConnection<N> {
  readonly edges?: Nullish<
    readonly Nullish<{ readonly cursor?: Nullish<string>; readonly node?: Nullish<N> }>[]
  >;
  readonly pageInfo?: Nullish<{
    readonly hasNextPage?: Nullish<boolean>;
    readonly endCursor?: Nullish<string>;
  }>;
  readonly totalCount?: Nullish<number>;
}

/** One entry of `errors`; HTTP says 200 all the same. */
export interface SalesforceGraphqlError {
  readonly message?: Nullish<string>;
  readonly path?: Nullish<readonly (string | number)[]>;
  readonly extensions?: Nullish<{ readonly ErrorType?: Nullish<string> }>;
}

export interface SalesforceGraphqlResponse {
  readonly data?: Nullish<{
    readonly uiapi?: Nullish<Readonly<Record<string, unknown>>>;
  }>;
  readonly errors?: Nullish<readonly SalesforceGraphqlError[]>;
}

/** What `objectInfos` tells; fields the user may not see are not there. */
export interface SalesforceObjectInfo {
  readonly fields?: Nullish<readonly Nullish<{ readonly ApiName?: Nullish<string> }>[]>;
}
