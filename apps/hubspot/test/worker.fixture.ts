import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";
import { createRemoteRoot, type RemoteRoot } from "@remote-ui/core";
import * as RemoteUI from "@remote-ui/react";
import * as React from "react";

export interface WorkerNode {
  readonly id: string;
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly (WorkerNode | string)[];
}

export interface RunningBundle {
  nodes(type?: string): readonly WorkerNode[];
  tree(): readonly (WorkerNode | string)[];
  /** Names the bundle looked up in its world and did not find. */
  readonly missed: ReadonlySet<string>;
}

export interface WorkerOptions {
  readonly file: string;
  readonly context: object;
  readonly actions: object;
  readonly hsFetch: (url: string, request?: object) => Promise<Response>;
  /** Something else may be shown now. */
  readonly onChange?: () => void;
}

/** What a worker has of its own; no document, no window, nothing of node. */
const WORKER_GLOBALS = { setTimeout, clearTimeout, queueMicrotask, URL, URLSearchParams, Response, Headers };

/** Runs a production bundle as HubSpot's worker does: React 18 and RemoteUI as globals, and no document. */
export function runBundle({
  file,
  context,
  actions,
  hsFetch,
  onChange = ignore,
}: WorkerOptions): RunningBundle {
  const missed = new Set<string>();
  let root: RemoteRoot | undefined;
  const world: Record<string, unknown> = {
    ...WORKER_GLOBALS,
    React,
    RemoteUI,
    hsFetch,
    __HUBSPOT_EXTENSION_WORKER__: true,
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    hsWorkerAPI: {},
    extend_V2: (render: (api: object) => React.ReactElement) => {
      const made = createRemoteRoot(onChange);
      root = made;
      RemoteUI.createRoot(made).render(render({ context, actions }));
      made.mount();
    },
  };
  world["self"] = new Proxy(world, {
    get: (target, name) => {
      if (typeof name === "string" && !(name in target)) missed.add(name);
      return target[name as string];
    },
  });
  new Script(readFileSync(file, "utf8"), { filename: file }).runInContext(createContext(world));
  const tree = (): (WorkerNode | string)[] => (root?.children ?? []).map(toNode);
  const all = (): WorkerNode[] => tree().flatMap(flatten);
  return {
    missed,
    tree,
    nodes: (type) => all().filter((node) => type === undefined || node.type === type),
  };
}

const ignore = (): void => {};

interface RemoteChild {
  readonly id: string;
  readonly kind: number;
  readonly text?: string;
  readonly type?: string;
  readonly props?: Readonly<Record<string, unknown>>;
  readonly children?: readonly RemoteChild[];
}

const toNode = (child: unknown): WorkerNode | string => {
  const { id, text, type, props = {}, children = [] } = child as RemoteChild;
  return type === undefined ? (text ?? "") : { id, type, props, children: children.map(toNode) };
};

const flatten = (node: WorkerNode | string): WorkerNode[] =>
  typeof node === "string" ? [] : [node, ...node.children.flatMap(flatten)];
