import type { ExportHeaders } from "./kind-headers.ts";

/** Exports of a HubSpot account in English. */
export const HUBSPOT_EN: ExportHeaders = {
  accounts: {
    file: "hubspot-crm-exports-all-companies-2026-03-31.csv",
    columns: {
      id: "Record ID",
      name: "Company name",
      ownerName: "Company owner",
      parentName: "Parent Company",
      industry: "Industry",
      country: "Country/Region",
      city: "City",
      website: "Company Domain Name",
      employees: "Number of Employees",
      annualRevenue: "Annual Revenue",
      currency: "Currency",
    },
  },
  products: {
    file: "hubspot-crm-exports-products.csv",
    columns: {
      id: "Record ID",
      name: "Name",
      code: "SKU",
      family: "Product Type",
      listPrice: "Unit price",
      currency: "Currency",
      active: "Active",
    },
  },
  contacts: {
    file: "hubspot-crm-exports-all-contacts.csv",
    columns: {
      id: "Record ID",
      firstName: "First Name",
      lastName: "Last Name",
      email: "Email",
      phone: "Phone Number",
      title: "Job Title",
      department: "Department",
      ownerName: "Contact owner",
      accountName: "Associated Company",
      accountId: "Associated Company IDs",
    },
  },
  opportunities: {
    file: "hubspot-crm-exports-all-deals.csv",
    columns: {
      id: "Record ID",
      name: "Deal Name",
      stage: "Deal Stage",
      closeDate: "Close Date",
      ownerName: "Deal owner",
      amount: "Amount",
      currency: "Currency",
      won: "Is Closed Won",
      closed: "Is Deal Closed?",
      accountName: "Associated Company",
      accountId: "Associated Company IDs",
    },
  },
  lineItems: {
    file: "hubspot-crm-exports-line-items.csv",
    columns: {
      id: "Record ID",
      productName: "Name",
      productId: "Product ID",
      quantity: "Quantity",
      amount: "Net price",
      currency: "Currency",
      opportunityId: "Associated Deal IDs",
    },
  },
};

/** Exports of a HubSpot account in German. */
export const HUBSPOT_DE: ExportHeaders = {
  accounts: {
    file: "unternehmen.tsv",
    columns: {
      id: "Datensatz-ID",
      name: "Unternehmensname",
      ownerName: "Zuständiger Mitarbeiter für Unternehmen",
      parentName: "Übergeordnetes Unternehmen",
      industry: "Branche",
      country: "Land/Region",
      city: "Stadt",
      website: "Website-URL",
      employees: "Anzahl der Mitarbeiter",
      annualRevenue: "Jahresumsatz",
      currency: "Währung",
    },
  },
  products: {
    file: "produkte.tsv",
    columns: {
      id: "Datensatz-ID",
      name: "Name",
      code: "SKU",
      family: "Produkttyp",
      listPrice: "Stückpreis",
      currency: "Währung",
      active: "Aktiv",
    },
  },
  contacts: {
    file: "kontakte.tsv",
    columns: {
      id: "Datensatz-ID",
      firstName: "Vorname",
      lastName: "Nachname",
      email: "E-Mail",
      phone: "Telefonnummer",
      title: "Jobtitel",
      department: "Abteilung",
      ownerName: "Zuständiger Mitarbeiter für Kontakt",
      accountId: "Zugeordnete Unternehmens-IDs",
    },
  },
  opportunities: {
    file: "deals.tsv",
    columns: {
      id: "Datensatz-ID",
      name: "Deal-Name",
      stage: "Deal-Phase",
      closeDate: "Abschlussdatum",
      ownerName: "Zuständiger Mitarbeiter für Deal",
      amount: "Betrag",
      currency: "Währung",
      won: "Abgeschlossen und gewonnen",
      closed: "Ist der Deal abgeschlossen?",
      accountId: "Zugeordnete Unternehmens-IDs",
    },
  },
  lineItems: {
    file: "artikel.tsv",
    columns: {
      id: "Datensatz-ID",
      productName: "Name",
      productId: "Produkt-ID",
      quantity: "Menge",
      amount: "Nettopreis",
      currency: "Währung",
      opportunityId: "Zugeordnete Deal-IDs",
    },
  },
};
