export { baseUiPlugin } from "./base-ui-plugin.ts";
export type { ContainerOptions, ContainerWidget } from "./container.ts";
export { federationPreset } from "./federation-preset.ts";
export { compileCatalog, messagesPlugin } from "./messages-plugin.ts";
export { PAGE_DEFINES } from "./page-defines.ts";
export { REACT_RANGE, SHARED_REACT } from "./shared-react.ts";
export { findContainerFaults } from "./var-container-gate.ts";
export type { ContainerFault } from "./var-container-gate.ts";
export { varContainerPreset } from "./var-container-preset.ts";
