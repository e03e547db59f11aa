import type { RecordId } from "@sweetspot/contract";
import type { Settings } from "@sweetspot/crm-sql";
import type { InsightBook } from "@sweetspot/customer-insights";
import { type EaseModel, trainEase } from "@sweetspot/white-space";
import type { OpenInsightBook } from "./insight-books.ts";

/** Models of a tenant, kept in its database, so that every gateway has what one has trained. */
export interface LearnedModels {
  /**
   * The model for a book; undefined where there is none of its offerings. Where it is missing or old, `ask` is called:
   * whoever asks next may have a better one.
   */
  of(open: OpenInsightBook, ask: () => Promise<void>): Promise<EaseModel | undefined>;
  train(open: OpenInsightBook): Promise<void>;
}

interface StoredModel {
  readonly trainedAt: number;
  readonly columns: readonly RecordId[];
  /** Base64 of the model's arrays. */
  readonly trained: string;
  readonly inverse: string;
}

interface KnownModel {
  readonly lookedAt: number;
  readonly trainedAt: number;
  readonly columns: string;
  readonly model: EaseModel | undefined;
}

/** What one gateway trains another has within this time. */
const LOOK_MS = 30_000;
const OLD_MS = 86_400_000;
/** 500 KB of a model: what a setting may hold. The offerings of most customers are among them. */
const MOST_OFFERINGS = 500;
const MOST_LAMBDA = 300;
const MOST_KNOWN = 20;

export function createLearnedModels(settings: Settings, now: () => number = Date.now): LearnedModels {
  const known = new Map<string, KnownModel>();

  async function look(key: string): Promise<KnownModel> {
    const found = known.get(key);
    if (found && now() - found.lookedAt < LOOK_MS) return found;
    const stored = (await settings.read(nameOf(key))) as StoredModel | undefined;
    const read = stored
      ? {
          lookedAt: now(),
          trainedAt: stored.trainedAt,
          columns: JSON.stringify(stored.columns),
          model: fromStored(stored),
        }
      : { lookedAt: now(), trainedAt: 0, columns: "", model: undefined };
    remember(key, read);
    return read;
  }

  function remember(key: string, model: KnownModel): void {
    known.delete(key);
    known.set(key, model);
    for (const oldest of known.keys()) if (known.size > MOST_KNOWN) known.delete(oldest);
  }

  return {
    async of({ key, book }, ask) {
      const { model, columns, trainedAt } = await look(key);
      const fits = model !== undefined && columns === columnsOf(book);
      if (!fits || now() - trainedAt > OLD_MS) await ask();
      return fits ? model : undefined;
    },
    async train({ key, book }) {
      const { purchases, buying } = book.matrix;
      const model = trainEase(purchases, {
        lambda: Math.min(MOST_LAMBDA, Math.max(1, buying / 10)),
        offerings: MOST_OFFERINGS,
      });
      const trainedAt = now();
      const stored: StoredModel = {
        trainedAt,
        columns: book.offerings.map(({ id }) => id),
        trained: toBase64(model.trained),
        inverse: toBase64(model.inverse),
      };
      await settings.write(nameOf(key), stored);
      remember(key, { lookedAt: trainedAt, trainedAt, columns: columnsOf(book), model });
    },
  };
}

const nameOf = (key: string): string => `lookalike-model ${key}`;

const columnsOf = ({ offerings }: InsightBook): string => JSON.stringify(offerings.map(({ id }) => id));

const toBase64 = ({ buffer, byteOffset, byteLength }: Int32Array | Float32Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString("base64");

function fromStored({ columns, trained, inverse }: StoredModel): EaseModel {
  // A copy: what a decoder hands out need not lie at the start of a number.
  const bytesOf = (text: string): ArrayBuffer => new Uint8Array(Buffer.from(text, "base64")).buffer;
  return {
    offeringCount: columns.length,
    trained: new Int32Array(bytesOf(trained)),
    inverse: new Float32Array(bytesOf(inverse)),
  };
}
