/**
 * What HubSpot's documentation says of the four kinds of component this app has, as JSON Schemas of our own: its parser
 * fetches HubSpot's with an account, and those are not published.
 */
const text = { type: "string", minLength: 1 } as const;
const urls = { type: "array", items: { type: "string", pattern: "^https://" } } as const;
const scopes = {
  type: "array",
  items: { type: "string", pattern: "^[a-z0-9_.-]+$" },
  uniqueItems: true,
} as const;

export const SCHEMAS: Readonly<Record<string, object>> = {
  APPLICATION: {
    type: "object",
    additionalProperties: false,
    required: ["name", "description", "distribution", "auth", "permittedUrls"],
    properties: {
      name: text,
      description: text,
      logo: text,
      isUserLevel: { type: "boolean" },
      distribution: { enum: ["marketplace", "private"] },
      auth: {
        type: "object",
        additionalProperties: false,
        required: ["type", "requiredScopes"],
        properties: {
          type: { enum: ["oauth", "static"] },
          redirectUrls: { ...urls, minItems: 1 },
          requiredScopes: { ...scopes, minItems: 1 },
          optionalScopes: scopes,
          conditionallyRequiredScopes: scopes,
        },
        anyOf: [{ properties: { type: { const: "static" } } }, { required: ["redirectUrls"] }],
      },
      permittedUrls: {
        type: "object",
        additionalProperties: false,
        properties: { fetch: urls, iframe: urls, img: urls },
      },
      support: { type: "object" },
    },
    anyOf: [
      { properties: { distribution: { const: "private" } } },
      { properties: { auth: { properties: { type: { const: "oauth" } } } } },
    ],
  },
  CARD: {
    type: "object",
    additionalProperties: false,
    required: ["name", "location", "entrypoint", "objectTypes"],
    properties: {
      name: text,
      description: text,
      previewImage: { type: "object" },
      location: { enum: ["crm.record.tab", "crm.record.sidebar", "crm.preview", "helpdesk.sidebar"] },
      entrypoint: { type: "string", pattern: "^/app/cards/[\\w-]+\\.(tsx|jsx|ts|js)$" },
      objectTypes: {
        type: "array",
        items: { enum: ["companies", "contacts", "deals", "tickets"] },
        minItems: 1,
      },
    },
  },
  SETTINGS: {
    type: "object",
    additionalProperties: false,
    required: ["entrypoint"],
    properties: { entrypoint: { type: "string", pattern: "^/app/settings/[\\w-]+\\.(tsx|jsx|ts|js)$" } },
  },
  WEBHOOKS: {
    type: "object",
    additionalProperties: false,
    required: ["settings", "subscriptions"],
    properties: {
      settings: {
        type: "object",
        additionalProperties: false,
        required: ["targetUrl", "maxConcurrentRequests"],
        properties: {
          targetUrl: { type: "string", pattern: "^https://" },
          maxConcurrentRequests: { type: "integer", minimum: 1 },
        },
      },
      subscriptions: {
        type: "object",
        additionalProperties: false,
        properties: {
          crmObjects: {
            type: "array",
            items: {
              type: "object",
              additionalProperties: false,
              required: ["subscriptionType", "objectType", "active"],
              properties: {
                subscriptionType: {
                  enum: [
                    "creation",
                    "deletion",
                    "merge",
                    "restore",
                    "associationChange",
                    "propertyChange",
                  ].map((kind) => `object.${kind}`),
                },
                objectType: text,
                propertyName: text,
                active: { type: "boolean" },
              },
              anyOf: [
                { not: { properties: { subscriptionType: { const: "object.propertyChange" } } } },
                { required: ["propertyName"] },
              ],
            },
          },
          legacyCrmObjects: { type: "array" },
          hubEvents: { type: "array" },
        },
      },
    },
  },
};
