import { randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createTokenCipher } from "./token-cipher.ts";

const key = (id: string) => ({ id, secret: randomBytes(32) });
const [old, young] = [key("2025"), key("2026")];

test("what was sealed opens in its place, and is not to be read in between", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (secret, place) => {
      const cipher = createTokenCipher([young]);
      const sealed = cipher.seal(secret, place);
      expect(cipher.open(sealed, place)).toBe(secret);
      if (secret.length > 3) expect(JSON.stringify(sealed)).not.toContain(secret);
    }),
  );
});

test("the same secret is never sealed the same way twice", () => {
  const cipher = createTokenCipher([young]);
  expect(cipher.seal("secret", "1/2").sealed).not.toBe(cipher.seal("secret", "1/2").sealed);
});

test("a new key seals, and the old one still opens", () => {
  const sealed = createTokenCipher([old]).seal("secret", "1/2");
  const rotated = createTokenCipher([young, old]);
  expect(rotated.open(sealed, "1/2")).toBe("secret");
  expect(rotated.seal("secret", "1/2").keyId).toBe("2026");
  expect(() => createTokenCipher([young]).open(sealed, "1/2")).toThrow(/"2025".*SWEETSPOT_TOKEN_KEYS/);
});

test("a row that was moved, cut or changed does not open", () => {
  const cipher = createTokenCipher([young]);
  const sealed = cipher.seal("secret", "portal 1, user 2");
  expect(() => cipher.open(sealed, "portal 2, user 2")).toThrow();
  const bytes = Buffer.from(sealed.sealed, "base64");
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() =>
      cipher.open({ ...sealed, sealed: changed.toString("base64") }, "portal 1, user 2"),
    ).toThrow();
    expect(() =>
      cipher.open({ ...sealed, sealed: bytes.subarray(0, at).toString("base64") }, "portal 1, user 2"),
    ).toThrow();
  }
});
