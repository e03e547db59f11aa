// The one script every host of the bench loads: it mounts a scene and answers probes about it.
import { createMemoryCrm } from "@sweetspot/crm-memory";
import {
  type HostContext,
  type MountedWidget,
  type RecordId,
  toRecordId,
  type WidgetModule,
} from "@sweetspot/contract";
import { conformanceWorld, type CrmWorld, type PlanSeed } from "@sweetspot/fixtures";
import { createCrmFeed, createPlanSession } from "@sweetspot/plan-session";
import { type GridSize, gridWorld } from "./grid-world.ts";
import { boardWorld, type BoardSize } from "./board-world.ts";
import { primitives } from "./primitives.view.tsx";
import { strategyOverlap } from "./strategy-overlap.ts";
import { whiteSpace } from "./white-space.ts";
import { painted, runProbe } from "./probes.ts";

export type Scene =
  | { readonly kind: "primitives" }
  | { readonly kind: "grid"; readonly size: GridSize }
  | { readonly kind: "board"; readonly size: BoardSize };

/** What is there once a scene has painted what it is about. */
const DRAWN = { grid: '[role="treegrid"] td[data-column]', board: "[data-card]" } as const;

interface Stage {
  readonly world: CrmWorld;
  readonly plans: readonly PlanSeed[];
  readonly account: RecordId;
  readonly widget: WidgetModule;
}

function stageOf(scene: Scene): Stage {
  if (scene.kind === "grid") return { ...gridWorld(scene.size), widget: whiteSpace };
  if (scene.kind === "board") return { ...boardWorld(scene.size), widget: strategyOverlap };
  const world = conformanceWorld();
  return { world, plans: [], account: world.accounts[0]?.id ?? toRecordId("none"), widget: primitives };
}

async function mount(element: HTMLElement, scene: Scene) {
  const { world, plans, account, widget } = stageOf(scene);
  const crm = createMemoryCrm(world);
  await crm.seed(plans);
  const user = world.teamMembers.find((member) => member.role === "rep");
  if (!user) throw new Error("The scene has no rep.");
  const calls: string[] = [];
  const ports = crm.as(user.id);
  const [reader, store] = [counted(ports.reader, calls), counted(ports.store, calls)];
  const session = createPlanSession({ account, store, user: user.id });
  const feed = createCrmFeed({ account, reader });
  const context: HostContext = {
    record: { type: "account", id: account },
    user,
    locale: "en-GB",
    timeZone: "Europe/Berlin",
    currency: "EUR",
    skin: "lightning",
    theme: "light",
  };
  const failures: string[] = [];
  const mountWidget = (): MountedWidget =>
    widget.mount(element, {
      session,
      feed,
      surface: { context },
      onFailure: (error) => failures.push(String(error)),
    });
  const started = performance.now();
  let mounted = mountWidget();
  const paintedAfter =
    scene.kind === "primitives"
      ? undefined
      : painted(element, DRAWN[scene.kind]).then(() => performance.now() - started);
  return {
    probe: (name: string, argument: unknown) => {
      if (name === "failures") return failures;
      if (name === "painted-after") return paintedAfter;
      if (name === "port-calls") return calls;
      if (name === "remount") {
        mounted.unmount();
        const left = element.childNodes.length;
        mounted = mountWidget();
        return left;
      }
      return runProbe(name, argument, element);
    },
    unmount: () => {
      mounted.unmount();
      feed.dispose();
      void session.dispose();
    },
  };
}

/** The same port, which notes the names of what is asked of it. */
const counted = <Port extends object>(port: Port, calls: string[]): Port =>
  Object.fromEntries(
    Object.entries(port).map(([name, member]: [string, unknown]) => [
      name,
      typeof member === "function"
        ? (...parameters: unknown[]): unknown => {
            calls.push(name);
            return Reflect.apply(member, port, parameters);
          }
        : member,
    ]),
  ) as Port;

(globalThis as { SweetspotBench?: unknown }).SweetspotBench = { mount };
