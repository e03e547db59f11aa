/** What the bridge does not open with, as one part to fetch: each of its own would cost as much again in small files. */
export { IntroductionsTab } from "../introductions/introductions.view.tsx";
export { StartDialog } from "../introductions/start-dialog.view.tsx";
export { PartnersTab } from "../partners/partners.view.tsx";
export { NoWay } from "./no-way.view.tsx";
export { WaysDialogs } from "./ways-dialogs.view.tsx";
