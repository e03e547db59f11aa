/** What a picture needs to know of a way; a `BridgePath` is one. */
export interface PicturePath {
  readonly people: readonly string[];
  readonly links: readonly PictureLink[];
}

export interface PictureLink {
  readonly from: string;
  readonly to: string;
  readonly strength: number;
  /** The first ground is drawn. */
  readonly because: readonly {
    readonly organisation?: string;
    readonly ties: readonly { readonly id: string }[];
    readonly current: boolean;
  }[];
}

/** Sizes in any unit of length; the same unit comes out. */
export interface PictureMetrics {
  /** Height and width of a node's circle or square. */
  readonly node: number;
  /** Room for a name below its node. */
  readonly nodeLabel: { readonly width: number; readonly height: number };
  /** Room for a few words above an edge. */
  readonly edgeLabel: { readonly width: number; readonly height: number };
  /** Least distance of things that do not touch. */
  readonly gap: number;
}

export const DEFAULT_METRICS: PictureMetrics = {
  node: 28,
  nodeLabel: { width: 140, height: 30 },
  edgeLabel: { width: 72, height: 14 },
  gap: 4,
};

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** `x` and `y` are the upper left corner. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface PictureNode extends Point {
  /** Unique within the picture: a body may stand in several columns, a person in one. */
  readonly key: string;
  readonly kind: "person" | "organisation";
  /** Id of the person or the organisation. */
  readonly id: string;
  /** Hops from us: people stand in even columns, bodies between them. */
  readonly column: number;
  readonly label: Box;
}

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  /** From node to node; more than two where the edge passes columns between. */
  readonly points: readonly Point[];
  /** Strength of the link it is part of, for its width. */
  readonly strength: number;
  /** A former tie is dashed. */
  readonly current: boolean;
  /** Numbers of the paths that take it, the strongest first; none for a branch. */
  readonly paths: readonly number[];
  /** Id of the tie that it shows. */
  readonly tie: string;
  /** Where its words stand; undefined where there is no room, and they appear on focus. */
  readonly label?: Box;
}

export interface BridgePicture {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** Pairs of edges that cross. */
  readonly crossings: number;
}
