/** Whatever a vendor sends may be missing or null. */
export type Nullish<T> = T | null | undefined;

/** Values are texts. A key that is missing is unknown or withheld, null is empty. */
export type HubspotProperties = Readonly<Record<string, Nullish<string>>>;

export interface HubspotRecord {
  readonly id: string;
  readonly properties?: Nullish<HubspotProperties>;
  readonly propertiesWithHistory?: Nullish<
    Readonly<
      Record<
        string,
        Nullish<readonly { readonly value?: Nullish<string>; readonly timestamp?: Nullish<string> }[]>
      >
    >
  >;
  readonly updatedAt?: Nullish<string>;
}

export interface HubspotPaging {
  readonly next?: Nullish<{ readonly after?: Nullish<string> }>;
}

export interface HubspotPage<T> {
  readonly results?: Nullish<readonly T[]>;
  readonly paging?: Nullish<HubspotPaging>;
  readonly total?: Nullish<number>;
}

/** One of the errors inside an answer; every field is optional. */
export interface HubspotError {
  readonly category?: Nullish<string>;
  readonly subCategory?: unknown;
  readonly message?: Nullish<string>;
  readonly policyName?: Nullish<string>;
  readonly correlationId?: Nullish<string>;
  readonly context?: Nullish<Readonly<Record<string, Nullish<readonly string[]>>>>;
  readonly errors?: Nullish<readonly HubspotError[]>;
}

/** With status 207 some of what was asked for has failed, and `errors` says why. */
export interface HubspotBatch<T> {
  readonly results?: Nullish<readonly T[]>;
  readonly errors?: Nullish<readonly HubspotError[]>;
}

export interface HubspotAssociation {
  /** A number in older versions. */
  readonly toObjectId: string | number;
  readonly associationTypes?: Nullish<readonly HubspotAssociationType[]>;
}

export interface HubspotAssociationType {
  readonly category?: Nullish<string>;
  readonly typeId?: Nullish<number>;
  readonly label?: Nullish<string>;
}

export interface HubspotAssociations {
  readonly from?: Nullish<{ readonly id?: Nullish<string> }>;
  readonly to?: Nullish<readonly HubspotAssociation[]>;
  readonly paging?: Nullish<HubspotPaging>;
}

export interface HubspotOwner {
  readonly id: string;
  readonly userId?: Nullish<string | number>;
  readonly userIdIncludingInactive?: Nullish<string | number>;
  readonly email?: Nullish<string>;
  readonly firstName?: Nullish<string>;
  readonly lastName?: Nullish<string>;
  readonly archived?: Nullish<boolean>;
}

export interface HubspotUser {
  readonly id: string | number;
  readonly superAdmin?: Nullish<boolean>;
}

export interface HubspotPipeline {
  readonly id: string;
  readonly stages?: Nullish<
    readonly {
      readonly id: string;
      readonly label?: Nullish<string>;
      readonly metadata?: Nullish<Readonly<Record<string, Nullish<string>>>>;
    }[]
  >;
}

export interface HubspotProperty {
  readonly name: string;
  readonly label?: Nullish<string>;
  readonly type?: Nullish<string>;
  /** "OWNER" where the choices are people. */
  readonly referencedObjectType?: Nullish<string>;
  readonly hidden?: Nullish<boolean>;
  readonly archived?: Nullish<boolean>;
  readonly options?: Nullish<
    readonly { readonly value?: Nullish<string>; readonly label?: Nullish<string> }[]
  >;
}

export interface HubspotAccount {
  readonly timeZone?: Nullish<string>;
  readonly companyCurrency?: Nullish<string>;
  readonly additionalCurrencies?: Nullish<readonly string[]>;
}
