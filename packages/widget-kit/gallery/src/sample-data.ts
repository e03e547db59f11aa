import type { TableData } from "@sweetspot/widget-kit";

export const table: TableData = {
  title: "Ways to Ingrid Solheim",
  columns: [
    { id: "from", label: "From" },
    { id: "over", label: "Over" },
    { id: "to", label: "To" },
    { id: "worth", label: "Worth, EUR", align: "end" },
  ],
  rows: [
    {
      id: "tomasz",
      cells: [
        "Tomasz Wrona",
        "Hafenkühl AG, advisory board",
        "Jonas Petersen",
        { value: 420_000, text: "420,000" },
      ],
    },
    {
      id: "jonas",
      cells: [
        "Jonas Petersen",
        "Fjordbank, supervisory board",
        "Ingrid Solheim",
        { value: 260_000, text: "260,000" },
      ],
    },
    { id: "lena", cells: ["Lena Brandt", "=SUM(A1:A9) Kältewerk", "Maren Vik", { value: null, text: "" }] },
  ],
};

export const REASONS = [
  { value: "no-need", label: "No need" },
  { value: "competitor", label: "A competitor serves it", hint: "Name it below" },
  { value: "barrier", label: "Not yet addressed" },
] as const;

export const PEOPLE = [
  "Lena Brandt",
  "Tomasz Wrona",
  "Ingrid Solheim",
  "Jonas Petersen",
  "Maren Vik",
  "Anneliese Oberschlachtsiek-Wittgenstein",
  "Budi Santoso",
  "Dewi Lestari",
  "Kwame Mensah",
  "Ana Ruiz",
  "Chloé Fontaine",
  "Piotr Nowak",
].map((label) => ({ value: label.toLowerCase(), label }));
