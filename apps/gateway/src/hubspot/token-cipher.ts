import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { TokenKey } from "./hubspot-config.model.ts";

/** A secret as it may lie in a database. */
export interface Sealed {
  readonly keyId: string;
  /** Nonce, ciphertext and tag. */
  readonly sealed: string;
}

/** Seals secrets with AES-256-GCM, each for one place: moved to another row it no longer opens. */
export interface TokenCipher {
  /** Id of the key that seals. */
  readonly keyId: string;
  seal(secret: string, place: string): Sealed;
  /** @throws Error where the key is not known, or text or place are not those that were sealed */
  open(sealed: Sealed, place: string): string;
}

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param keys the first seals, all open */
export function createTokenCipher(keys: readonly TokenKey[]): TokenCipher {
  const [current] = keys;
  if (!current) throw new Error("There is no key to seal tokens with.");
  const known = new Map(keys.map((key) => [key.id, key.secret]));
  return {
    keyId: current.id,
    seal(secret, place) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, current.secret, nonce);
      cipher.setAAD(Buffer.from(place));
      const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return {
        keyId: current.id,
        sealed: Buffer.concat([nonce, text, cipher.getAuthTag()]).toString("base64"),
      };
    },
    open({ keyId, sealed }, place) {
      const key = known.get(keyId);
      if (!key)
        throw new Error(`A token is sealed with the key "${keyId}". Add it to SWEETSPOT_TOKEN_KEYS again.`);
      const bytes = Buffer.from(sealed, "base64");
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      const text = bytes.subarray(NONCE_BYTES, -TAG_BYTES);
      return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
    },
  };
}
