import { spawnSync } from "node:child_process";
import { mkdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";

const IMAGES = path.resolve(import.meta.dirname, "../../shared/docs/images");
const MOST_KILOBYTES = 300;

/** A picture of few colours is a third as large with a palette, where ImageMagick is at hand to make one. */
export async function savePicture(name: string, png: Buffer): Promise<void> {
  await mkdir(IMAGES, { recursive: true });
  const file = path.join(IMAGES, name);
  const reduced = spawnSync("convert", ["png:-", "+dither", "-colors", "200", "-strip", "png8:-"], {
    input: png,
    maxBuffer: 64 * 1024 * 1024,
  });
  await writeFile(file, reduced.status === 0 ? reduced.stdout : png);
  const kilobytes = Math.round((await stat(file)).size / 1024);
  console.log(`${file}: ${kilobytes} KB`);
  if (kilobytes > MOST_KILOBYTES) throw new Error(`${name} is larger than ${MOST_KILOBYTES} KB.`);
}
