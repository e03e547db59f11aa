import { cpuTime, type Figure, mean, quantile, toReport, toSkippedReport } from "../bench/measure.ts";
import { hasRetail, readRetail } from "../bench/retail.ts";
import type { PurchaseMatrix } from "./purchase-matrix.ts";
import { type SimilarCustomer, similarCustomers } from "./similar-customers.ts";
import { suggestOfferings } from "./suggest-offerings.ts";

/** `ws.lookalike`: 20 lookalikes of 200 customers against maps and sets; unequal answers void the figures. */
const [ASKED, LOOKALIKES, RUNS] = [200, 20, 5];

/** As one would write it: a map of weights by customer, the cosine with each of the others, all sorted. */
function createNaive(matrix: PurchaseMatrix): (customer: number) => SimilarCustomer[] {
  const { customerCount, offsets, offerings, values } = matrix;
  const having = new Map<number, Set<number>>();
  const rows = Array.from({ length: customerCount }, (_, customer) => {
    const row = new Map<number, number>();
    for (let entry = offsets[customer] ?? 0; entry < (offsets[customer + 1] ?? 0); entry++) {
      const offering = offerings[entry] ?? 0;
      row.set(offering, values[entry] ?? 0);
      having.set(offering, (having.get(offering) ?? new Set()).add(customer));
    }
    return row;
  });
  const profiles = rows.map((row) => {
    const weighed = [...row].map(
      ([offering, value]) =>
        [offering, value * Math.log(customerCount / (having.get(offering)?.size ?? 1))] as const,
    );
    const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0));
    return new Map(weighed.map(([offering, weight]) => [offering, weight / length]));
  });
  return (customer) => {
    const similar: SimilarCustomer[] = [];
    const own = profiles[customer] ?? new Map<number, number>();
    for (const [other, profile] of profiles.entries()) {
      if (other === customer) continue;
      let similarity = 0;
      for (const [offering, weight] of own) similarity += weight * (profile.get(offering) ?? 0);
      if (similarity > 0) similar.push({ customer: other, similarity });
    }
    return similar
      .toSorted((a, b) => b.similarity - a.similarity || a.customer - b.customer)
      .slice(0, LOOKALIKES);
  };
}

function areEqual(one: readonly SimilarCustomer[], other: readonly SimilarCustomer[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ customer, similarity }, place) => {
      const peer = other[place];
      return peer?.customer === customer && Math.abs(peer.similarity - similarity) < 1e-12;
    })
  );
}

function measure(): Figure[] {
  const retail = readRetail();
  const matrix = retail.matrixOf("2010-12", "2011-08");
  const step = Math.floor(matrix.customerCount / ASKED);
  const customers = Array.from({ length: ASKED }, (_, place) => place * step);
  const ours = (customer: number) => similarCustomers(matrix, customer, LOOKALIKES);
  const build = cpuTime(() => ours(0));
  const naive = createNaive(matrix);
  const equal = customers.filter((customer) => areEqual(ours(customer), naive(customer))).length;
  const figures: Figure[] = [
    { name: "lookalikes: equal answers", value: equal, unit: "customers", aim: `${ASKED}` },
  ];
  if (equal < ASKED) return figures;
  const pass = (ask: (customer: number) => unknown): number[] =>
    customers.map((customer) => cpuTime(() => ask(customer)));
  const rounds = Array.from({ length: RUNS }, () => {
    const theirs = pass(naive);
    // Ten passes a round, since one takes less time than the collector may.
    return { theirs, own: Array.from({ length: 10 }, () => pass(ours)).flat() };
  });
  const median = (ask: (round: (typeof rounds)[number]) => number): number => quantile(rounds.map(ask), 0.5);
  const suggesting = Array.from({ length: RUNS }, () =>
    pass((customer) => suggestOfferings(matrix, customer, 10)),
  );
  return [
    ...figures,
    { name: "lookalikes: the first question, which weighs all", value: build, unit: "ms" },
    { name: "lookalikes: mean", value: median(({ own }) => mean(own)), unit: "ms" },
    { name: "lookalikes: p95", value: median(({ own }) => quantile(own, 0.95)), unit: "ms", aim: "<= 0.4" },
    { name: "lookalikes: maps and sets, mean", value: median(({ theirs }) => mean(theirs)), unit: "ms" },
    {
      name: "lookalikes: maps and sets / ours, mean",
      value: median(({ own, theirs }) => mean(theirs) / mean(own)),
      unit: "ratio",
      aim: ">= 50",
    },
    {
      name: "lookalikes: maps and sets / ours, p95",
      value: median(({ own, theirs }) => quantile(theirs, 0.95) / quantile(own, 0.95)),
      unit: "ratio",
      aim: ">= 50",
    },
    {
      name: "10 suggestions of 50 lookalikes: p95",
      value: quantile(
        suggesting.map((times) => quantile(times, 0.95)),
        0.5,
      ),
      unit: "ms",
    },
  ];
}

console.log(hasRetail() ? toReport("ws.lookalike", measure()) : toSkippedReport("ws.lookalike"));
