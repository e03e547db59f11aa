import type { FrameLocator, Page } from "@playwright/test";

/** Where a widget may stand. `plain` is the control without any sandbox. */
export const HOSTS = ["plain", "iframe", "synthetic", "mixed", "native"] as const;
export type HostName = (typeof HOSTS)[number];

export const isLightning = (host: HostName): boolean => ["synthetic", "mixed", "native"].includes(host);

export interface OpenScene {
  /** Finds elements of the widget, through every shadow root. */
  readonly widget: Pick<FrameLocator, "getByRole" | "getByText" | "getByLabel" | "getByTestId" | "locator">;
  /** Asks inside the host's realm. */
  probe(name: string, argument?: unknown): Promise<unknown>;
  /** Takes the component off the page. */
  remove(): Promise<void>;
  /** Console errors and uncaught errors so far. */
  readonly errors: readonly string[];
}

interface SceneElement {
  probe(name: string, argument: unknown): Promise<string>;
  remove(): void;
}

interface BenchWindow {
  placeComponent(name: string, options: object): Promise<SceneElement>;
  mountScene(scene: unknown): Promise<SceneElement>;
  scene: SceneElement;
}

const LIGHTNING: Record<string, { page: string; component: string }> = {
  synthetic: { page: "synthetic", component: "benchHost" },
  mixed: { page: "synthetic", component: "benchHostNative" },
  native: { page: "native", component: "benchHost" },
};

/** Opens the host's page and mounts a scene the way that host would. */
export async function openScene(
  page: Page,
  origin: string,
  host: HostName,
  scene: object,
  script: "bench" | "probes" = "bench",
): Promise<OpenScene> {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    // The sandbox builds its own iframe, about which Chromium warns in every org.
    if (message.type() === "error" && !message.text().includes("favicon")) errors.push(message.text());
  });
  const lightning = LIGHTNING[host];
  await page.goto(`${origin}/${lightning?.page ?? (host === "iframe" ? "framing" : `plain-${script}`)}`);
  const realm = host === "iframe" ? page.frames().at(-1) : page.mainFrame();
  if (!realm) throw new Error("The frame is missing.");
  await realm.waitForLoadState();
  await realm.evaluate(
    async ({ component, scene, script }) => {
      const bench = window as unknown as BenchWindow;
      bench.scene = component
        ? await bench.placeComponent(component, { script, scene })
        : await bench.mountScene(scene);
    },
    { component: lightning?.component, scene, script: `/${script}.js` },
  );
  return {
    widget: host === "iframe" ? page.frameLocator("iframe") : page,
    probe: async (name, argument = null) => {
      const json = await realm.evaluate(
        ({ name, argument }) => (window as unknown as BenchWindow).scene.probe(name, argument),
        { name, argument },
      );
      return json === undefined ? undefined : (JSON.parse(json) as unknown);
    },
    remove: () => realm.evaluate(() => (window as unknown as BenchWindow).scene.remove()),
    errors,
  };
}
