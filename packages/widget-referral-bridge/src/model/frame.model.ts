/** Where a picture stands in its place: moved by `x` and `y`, enlarged by `scale`. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const SCALES = { least: 0.3, most: 3, read: 0.62 } as const;

/** The whole picture in the middle, never enlarged; one too large to read begins with its left end. */
export function fit(picture: Size, room: Size): Frame {
  const exact = Math.min(
    1,
    room.width / Math.max(1, picture.width),
    room.height / Math.max(1, picture.height),
  );
  const scale = Math.max(SCALES.read, exact);
  return {
    scale,
    x: Math.max(0, (room.width - picture.width * scale) / 2),
    y: Math.max(0, (room.height - picture.height * scale) / 2),
  };
}

const HEIGHTS = { least: 200, most: 640 } as const;

/** Pixels of height for a picture that fits into a width. */
export function heightFor(picture: Size, width: number): number {
  const { scale } = fit(picture, { width, height: HEIGHTS.most });
  return Math.round(Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, picture.height * scale + 12)));
}

/** Enlarges round a point of the place, which stays where it is. */
export function zoomAt({ x, y, scale }: Frame, atX: number, atY: number, by: number): Frame {
  const next = Math.min(SCALES.most, Math.max(SCALES.least, scale * by));
  const grown = next / scale;
  return { scale: next, x: atX - (atX - x) * grown, y: atY - (atY - y) * grown };
}

const EDGE = 60;

/** Moves as little as needed until a point of the picture stands inside the place. */
export function keepInside(frame: Frame, x: number, y: number, { width, height }: Size): Frame {
  const into = (at: number, room: number): number => {
    const edge = Math.min(EDGE, room / 2);
    return at < edge ? edge - at : at > room - edge ? room - edge - at : 0;
  };
  return {
    ...frame,
    x: frame.x + into(frame.x + x * frame.scale, width),
    y: frame.y + into(frame.y + y * frame.scale, height),
  };
}
