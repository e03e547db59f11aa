export type { ContainerOptions, ContainerWidget } from "./container.ts";
export { federationPreset } from "./federation-preset.ts";
export { compileCatalog, messagesPlugin } from "./messages-plugin.ts";
export { REACT_RANGE, SHARED_REACT } from "./shared-react.ts";
export { varContainerPreset } from "./var-container-preset.ts";
