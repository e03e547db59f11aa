export { compileCatalog, messagesPlugin } from "./messages-plugin.ts";
