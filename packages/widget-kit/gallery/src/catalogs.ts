/**
 * The gallery is for developers: its sample words are in English, the kit's own texts in the chosen language. A list
 * is how the build writes a compiled message.
 */
const messages = { "edit.level-set": ["level of South, Cold rooms"] };

export const catalogs = { en: messages, de: messages, id: messages };
