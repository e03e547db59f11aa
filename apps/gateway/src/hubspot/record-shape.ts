import { z } from "zod";
import { toHubspotId } from "./signed-requests.ts";

const objectId = z.union([z.int().min(0), z.string().min(1).max(100)]).transform(toHubspotId);

/** The record a card stands on, as it names it. */
export const recordShape = { objectType: z.enum(["company", "deal"]), objectId };
