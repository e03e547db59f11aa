import { foldName } from "./fold-name.ts";

/** The name of a body taken apart, folded. */
export interface ParsedBodyName {
  readonly words: readonly string[];
  /** Its legal forms in one spelling, as `gmbh+kg`; empty where none is written. */
  readonly legalForm: string;
}

const FORMS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    "gmbh ggmbh ag kg kgaa ohg ug se ev eg gbr ek mbh as aps asa ab oy oyj plc llc llp lp sa sarl sas sasu spa srl snc bv nv vof cvba pt cv tbk pte bhd kft zrt bt sro doo dd zoo ltda eood ood"
      .split(" ")
      .map((form) => [form, form]),
  ),
  ltd: "ltd",
  limited: "ltd",
  inc: "inc",
  incorporated: "inc",
  corp: "corp",
  corporation: "corp",
  aktiengesellschaft: "ag",
  aktieselskab: "as",
  anpartsselskab: "aps",
  gesellschaft: "",
  company: "",
  co: "",
  compagnie: "",
  sdn: "",
  persero: "",
};
/** Written before the name. */
const LEADING = new Set(["pt", "cv", "ud"]);
const FILLERS = new Set("and und y e et og och the der die das & de di du la le of".split(" "));

export function parseBodyName(name: string): ParsedBodyName {
  const all = foldName(name)
    .replaceAll(/gesellschaft mit beschrankter haftung/g, "gmbh")
    // `A/S`, `e.V.`, `S.p.A.` are one word.
    .replaceAll(/\b(\p{L})[./]\s?(?=\p{L}\b)/gu, "$1")
    .replaceAll(/['’`´.]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const isForm = (word: string, place: number): boolean =>
    Object.hasOwn(FORMS, word) && (place > 0 || (LEADING.has(word) && all.length > 1));
  const words = all.filter((word, place) => !isForm(word, place) && !FILLERS.has(word));
  const forms = all.filter(isForm).flatMap((word) => FORMS[word] || []);
  return {
    words: words.length > 0 ? words : all,
    legalForm: [...new Set(forms)].toSorted().join("+"),
  };
}
