import { removeDemoFolders } from "./demo-folder.ts";

// oxlint-disable-next-line import/no-default-export -- what Playwright asks for
export default removeDemoFolders;
