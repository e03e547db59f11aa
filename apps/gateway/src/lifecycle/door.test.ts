import { expect, test } from "vitest";
import { createDoor, type Door } from "./door.ts";

const ask = async (door: Door, path: string): Promise<readonly [number, string | null]> => {
  const answer = await door.answer(new Request(`http://gateway${path}`));
  return [answer.status, answer.headers.get("retry-after")];
};
const serve = () => new Response("served");

test("a gateway says that it starts, serves, says that it stops while it goes on serving, then refuses", async () => {
  const door = createDoor(() => new Response(null, { status: 503, headers: { "retry-after": "1" } }));
  expect(await ask(door, "/readyz")).toEqual([503, "1"]);
  door.open(serve);
  expect([await ask(door, "/readyz"), await ask(door, "/api/members")]).toEqual([
    [200, null],
    [200, null],
  ]);
  door.announceStop();
  expect([await ask(door, "/readyz"), await ask(door, "/api/members")]).toEqual([
    [503, null],
    [200, null],
  ]);
  door.shut();
  expect([await ask(door, "/readyz"), await ask(door, "/api/members")]).toEqual([
    [503, null],
    [503, "1"],
  ]);
});

test("a gateway that is told to stop before it has started never opens", async () => {
  const door = createDoor(serve);
  door.shut();
  door.open(serve);
  expect(await ask(door, "/api/members")).toEqual([503, "1"]);
});
