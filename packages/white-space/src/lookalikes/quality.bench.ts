import { cpuTime, type Figure, mean, quantile, toReport, toSkippedReport } from "../bench/measure.ts";
import { hasRetail, readRetail } from "../bench/retail.ts";
import { hasOffering, type PurchaseMatrix } from "./purchase-matrix.ts";
import { suggestOfferings } from "./suggest-offerings.ts";
import { suggestWithEase } from "./suggest-with-ease.ts";
import { trainEase } from "./train-ease.ts";

/**
 * `ws.quality`: what models that know the first months say of the last ones. Scored are customers of both who bought
 * something new to them; a hit is at least one such offering among ten. The aims are figures of the four months after these
 * nine, which are not here: what counts beside them is how far each model is above popularity on the same months.
 */
const TEN = 10;

type Suggest = (customer: number) => readonly { readonly offering: number }[];

const columnsOf = ({ offsets, offerings }: PurchaseMatrix, customer: number): Int32Array =>
  offerings.subarray(offsets[customer], offsets[customer + 1]);

function score(
  name: string,
  known: PurchaseMatrix,
  later: PurchaseMatrix,
  suggest: Suggest,
  aim?: string,
): Figure[] {
  const found: number[] = [];
  for (let customer = 0; customer < known.customerCount; customer++) {
    if (columnsOf(known, customer).length === 0) continue;
    const isNew = (offering: number): boolean => !hasOffering(known, customer, offering);
    if (!columnsOf(later, customer).some(isNew)) continue;
    const right = suggest(customer).filter(({ offering }) => hasOffering(later, customer, offering));
    found.push(right.length);
  }
  return [
    {
      name: `${name}: hit@10 of ${found.length} customers`,
      value: mean(found.map((count) => (count > 0 ? 1 : 0))),
      unit: "share",
      ...(aim === undefined ? {} : { aim }),
    },
    { name: `${name}: precision@10`, value: mean(found) / TEN, unit: "share" },
  ];
}

/** What most customers have, whoever asks: the floor. */
function createPopularity(matrix: PurchaseMatrix): Suggest {
  const buyers = new Float64Array(matrix.offeringCount);
  for (const offering of matrix.offerings) buyers[offering] = (buyers[offering] ?? 0) + 1;
  const ranked = [...buyers.keys()].toSorted((a, b) => (buyers[b] ?? 0) - (buyers[a] ?? 0) || a - b);
  return (customer) => {
    const suggested: { offering: number }[] = [];
    for (const offering of ranked) {
      if (suggested.length === TEN) break;
      if (!hasOffering(matrix, customer, offering)) suggested.push({ offering });
    }
    return suggested;
  };
}

function measure(): Figure[] {
  const retail = readRetail();
  const known = retail.matrixOf("2010-12", "2011-04");
  const later = retail.matrixOf("2011-05", "2011-08");
  let model = trainEase(known, { offerings: 1 });
  const training = cpuTime(() => (model = trainEase(known)));
  const customers = Array.from({ length: 200 }, (_, place) => place * 16);
  const suggestEase: Suggest = (customer) => suggestWithEase(model, known, customer, TEN);
  const answers = customers.map((customer) => cpuTime(() => suggestEase(customer)));
  return [
    ...score("popularity", known, later, createPopularity(known), ">= 0.334"),
    ...score("lookalikes", known, later, (customer) => suggestOfferings(known, customer, TEN), ">= 0.487"),
    ...score("EASE", known, later, suggestEase, ">= 0.535"),
    { name: `EASE: training ${model.trained.length} offerings`, value: training, unit: "ms" },
    { name: "EASE: the model", value: model.inverse.byteLength / 1e6, unit: "MB" },
    { name: "EASE: ten suggestions, p95", value: quantile(answers, 0.95), unit: "ms" },
  ];
}

console.log(hasRetail() ? toReport("ws.quality", measure()) : toSkippedReport("ws.quality"));
