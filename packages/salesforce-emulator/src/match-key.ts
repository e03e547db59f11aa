/**
 * As `SweetspotMatchKey` of apps/salesforce makes them: records with one key may be one person or body, and whoever reads
 * decides. Coarse on purpose: what transliterations do to a name is taken back, titles and legal forms are left out.
 */
const TITLES = new Set("dr prof dipl ing mag habil phd msc bsc mba ba ma hc herr frau mr mrs ms".split(" "));
const FORMS = new Set(
  "ag gmbh kg kgaa ohg gbr ev se mbh co as aps ab oy asa ltd plc llc inc corp pt tbk bv nv sa sas sarl spa srl".split(
    " ",
  ),
);
const FOLDED: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
};

/** The first given name and the family name, in no order. */
export function personKey(name: string): string {
  const [family = "", given = ""] = name.split(",", 2);
  const words = wordsOf(name.includes(",") ? given : name).filter((word) => !TITLES.has(word));
  const last = name.includes(",") ? wordsOf(family).at(-1) : words.at(-1);
  return [...new Set([words[0], last])]
    .filter((word) => word !== undefined)
    .toSorted()
    .join(" ");
}

export function bodyKey(name: string): string {
  const words = wordsOf(name);
  const kept = words.filter((word) => !FORMS.has(word));
  return (kept.length > 0 ? kept : words).join(" ");
}

const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .replaceAll(/[ßæœøđłı]/g, (sign) => FOLDED[sign] ?? sign)
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/([aou])e/g, "$1")
    .replaceAll("aa", "a")
    .replaceAll(/['’.]/g, (sign) => (sign === "." ? " " : ""))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
