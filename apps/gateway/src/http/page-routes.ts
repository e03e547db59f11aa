import { serveStatic } from "@hono/node-server/serve-static";
import { Hono, type MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import type { Pages, SiteFolders } from "./pages.ts";

export interface PageRouteParts {
  readonly folders: SiteFolders;
  readonly pages: Pages;
  /** Origins that may embed the frame, besides this gateway itself. */
  readonly frameAncestors: readonly string[];
}

/** `/` the workbench, `/frame` the frame, `/widgets.json` and `/widgets/**` the containers for every origin. */
export function createPageRoutes({ folders, pages, frameAncestors }: PageRouteParts): Hono {
  const app = new Hono();
  app.use(compress());
  app.get("/widgets.json", forEveryOrigin, async (context) => {
    context.header("Cache-Control", "no-cache");
    return context.json(await pages.catalogue());
  });
  // Every build of a container lies in a folder named by its content.
  app.get(
    "/widgets/:container/:digest/*",
    forEveryOrigin,
    immutable,
    serveStatic({ root: folders.catalogue }),
  );
  app.get("/widgets/*", forEveryOrigin, serveStatic({ root: folders.catalogue }));
  app.get("/widgets/*", (context) => context.text("No such file.\n", 404));

  app.get("/frame", (context) => context.redirect(`/frame/${new URL(context.req.url).search}`, 308));
  app.get(
    "/frame/assets/*",
    forEveryOrigin,
    immutable,
    serveStatic({ root: folders.frame, rewriteRequestPath: belowFrame }),
  );
  app.get("/frame/", (context) => {
    const widget = context.req.query("widget");
    return pages.render("frame", {
      frameAncestors: ["'self'", ...frameAncestors],
      hosts: frameAncestors,
      preload: widget === undefined ? [] : [widget],
    });
  });
  app.get("/frame/*", forEveryOrigin, serveStatic({ root: folders.frame, rewriteRequestPath: belowFrame }));

  app.get("/assets/*", immutable, serveStatic({ root: folders.workbench }));
  app.get("/:file{.+\\.[a-z0-9]+}", serveStatic({ root: folders.workbench }));
  app.get("/:file{.+\\.[a-z0-9]+}", (context) => context.text("No such file.\n", 404));
  // Every other path is a place inside the workbench.
  app.get("*", async () => {
    const { widgets } = await pages.catalogue();
    return pages.render("workbench", {
      frameAncestors: [],
      preload: widgets.slice(0, 1).map((widget) => widget.id),
    });
  });
  return app;
}

const belowFrame = (path: string): string => path.replace(/^\/frame/, "");

/** A frame without an origin of its own, and pages of other origins, load these files with CORS. */
const forEveryOrigin: MiddlewareHandler = async (context, next) => {
  await next();
  context.header("Access-Control-Allow-Origin", "*");
  context.header("Cross-Origin-Resource-Policy", "cross-origin");
};

/** Only for what was found: a miss must not be remembered for a year. */
const immutable: MiddlewareHandler = async (context, next) => {
  await next();
  if (context.res.status === 200) context.header("Cache-Control", "public, max-age=31536000, immutable");
};
