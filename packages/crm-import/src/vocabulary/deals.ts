import { DELETED_WORDS } from "./companies.ts";
import { type KindVocabulary, list, words } from "./vocabulary.model.ts";

const ACCOUNT_ID =
  "AccountId | Account ID | Associated Company IDs | Associated Company ID | Primary Associated Company ID | Associated Company IDs (Primary) | Company ID | Account-ID | Zugeordnete Unternehmens-IDs | Zugehörige Unternehmens-IDs | IDs der zugeordneten Unternehmen | Customer ID | Kundennummer | ID Perusahaan Terkait | ID Akun";
const ACCOUNT_NAME =
  "Account.Name | Account Name | Associated Company | Primary Company | Company name | Accountname | Account-Name | Zugeordnetes Unternehmen | Zugehöriges Unternehmen | Zugeordnete Unternehmen | Unternehmensname | Name des Unternehmens | Company | Account | Customer | Customer Name | Unternehmen | Firma | Kunde | Kundenname | Perusahaan Terkait | Nama Akun | Nama Perusahaan | Pelanggan";
const PRODUCT_ID = "Product2Id | Product ID | ProductId | hs_product_id | Produkt-ID | ID Produk";

export const OPPORTUNITIES: KindVocabulary = {
  targets: {
    id: words(
      1,
      "Id | Record ID | Opportunity ID | Deal ID | hs_object_id | Datensatz-ID | Opportunity-ID | Deal-ID | Record ID - Deal | Case Safe Opportunity ID | ID Peluang | ID Catatan",
    ),
    name: words(
      2,
      "Name | Opportunity Name | Deal Name | dealname | Opportunity-Name | Opportunityname | Deal-Name | Name des Deals | Opportunity | Deal | Verkaufschance | Nama Peluang | Nama Deal | Nama Kesepakatan | Peluang",
    ),
    accountId: words(1, ACCOUNT_ID),
    accountName: words(1, ACCOUNT_NAME),
    stage: words(
      3,
      "StageName | Stage | Deal Stage | dealstage | Phase | Deal-Phase | Opportunity-Phase | Verkaufsphase | Sales Stage | Tahap | Tahapan | Tahap Deal | Status",
    ),
    won: words(
      3,
      "IsWon | Won | Is Won | Is Closed Won | hs_is_closed_won | Gewonnen | Ist gewonnen | Abgeschlossen und gewonnen | Menang",
    ),
    closed: words(
      2,
      "IsClosed | Closed | Is Closed | hs_is_closed | Is Deal Closed? | Geschlossen | Ist geschlossen | Abgeschlossen | Ist der Deal abgeschlossen? | Ditutup",
    ),
    amount: words(
      2,
      "Amount | Deal Amount | Betrag | Deal-Betrag | close_value | Deal Value | Value | Wert | Nilai | Jumlah",
    ),
    currency: words(
      1,
      "CurrencyIsoCode | Opportunity Currency | Amount Currency | deal_currency_code | Deal Currency Code | Currency | Currency Code | Betrag Währung | Opportunity-Währung | Währung des Deals | Währungscode | Währung | Mata Uang",
    ),
    closeDate: words(
      3,
      "CloseDate | Close Date | Closing Date | closedate | Schlusstermin | Abschlussdatum | Expected Close Date | Tanggal Penutupan | Tanggal Tutup",
    ),
    startDate: words(
      1,
      "CreatedDate | Created Date | Create Date | createdate | Erstelldatum | Erstellt am | Erstellungsdatum | engage_date | Start Date | Tanggal Dibuat",
    ),
    ownerId: words(
      1,
      "OwnerId | hubspot_owner_id | Opportunity Owner ID | Deal Owner ID | Owner ID | Inhaber-ID",
    ),
    ownerName: words(
      1,
      "Owner.Name | Opportunity Owner | Deal owner | Opportunity-Inhaber | Opportunityinhaber | Deal-Inhaber | Dealinhaber | Zuständiger Mitarbeiter für Deal | Für Deal zuständiger Mitarbeiter | Zuständiger Mitarbeiter | sales_agent | Sales Rep | Owner | Inhaber | Vertriebsmitarbeiter | Pemilik Peluang | Pemilik Deal | Pemilik",
    ),
    productId: words(1, PRODUCT_ID),
    productName: words(
      1,
      "Product2.Name | Product Name | Product | Produktname | Produkt | Nama Produk | Produk",
    ),
    deleted: DELETED_WORDS,
  },
  signs: list(
    "Pipeline | Probability | Wahrscheinlichkeit | Wahrscheinlichkeit (%) | Probability (%) | ForecastCategory | ForecastCategoryName | NextStep | Next Step | Deal Type | Deal-Typ | Fiscal Period | Geschäftsperiode | ExpectedRevenue | Forecast category",
  ),
  fileNames: list("opportunit | deal | pipeline | verkaufschance | peluang | kesepakatan"),
  needs: [
    ["stage", "amount", "closeDate", "won"],
    ["id", "name", "accountId", "accountName", "productId", "productName"],
  ],
};

export const LINE_ITEMS: KindVocabulary = {
  targets: {
    id: words(
      1,
      "Id | Record ID | Line Item ID | hs_object_id | Datensatz-ID | Opportunity Product ID | OpportunityLineItemId | Line Item: ID | Artikel-ID | Positions-ID | ID Catatan",
    ),
    opportunityId: words(
      3,
      "OpportunityId | Opportunity ID | Associated Deal IDs | Associated Deal ID | Deal ID | Opportunity-ID | Deal-ID | Zugeordnete Deal-IDs | Zugehörige Deal-IDs | IDs der zugeordneten Deals | ID Deal Terkait | ID Peluang",
    ),
    opportunityName: words(
      3,
      "Opportunity.Name | Opportunity Name | Opportunity | Associated Deal | Associated Deals | Deal Name | Deal | Opportunity-Name | Opportunityname | Zugeordneter Deal | Zugehöriger Deal | Zugeordnete Deals | Deal-Name | Dealname | Deal Terkait | Nama Peluang",
    ),
    productId: words(2, PRODUCT_ID),
    productName: words(
      2,
      "Product2.Name | PricebookEntry.Product2.Name | PricebookEntry.Name | Product Name | Product: Product Name | Product | Produktname | Produkt | Name | Artikel | Nama Produk | Produk",
    ),
    quantity: words(3, "Quantity | Menge | Anzahl | Qty | Kuantitas | Jumlah"),
    unitPrice: words(
      2,
      "UnitPrice | Unit Price | Sales Price | Price | Verkaufspreis | Stückpreis | Einzelpreis | Preis | Harga Satuan | Harga",
    ),
    amount: words(
      2,
      "TotalPrice | Total Price | Net price | Amount | Gesamtpreis | Nettopreis | Gesamtbetrag | Betrag | Total | Subtotal | Harga Total | Total Harga",
    ),
    currency: words(
      1,
      "CurrencyIsoCode | Currency | Total Price Currency | Line item currency | hs_line_item_currency_code | Währung | Gesamtpreis Währung | Währungscode | Mata Uang",
    ),
    deleted: DELETED_WORDS,
  },
  signs: list(
    "PricebookEntryId | ServiceDate | Line Description | SortOrder | Discount | Rabatt | Term | Unit discount",
  ),
  fileNames: list(
    "lineitem | line_item | line-item | opportunityproduct | opportunity_product | positionen | artikel | dealproduct",
  ),
  needs: [
    ["opportunityId", "opportunityName"],
    ["productId", "productName"],
    ["quantity", "unitPrice", "amount"],
  ],
};

export const PRODUCTS: KindVocabulary = {
  targets: {
    id: words(
      1,
      "Id | Record ID | Product ID | Product2Id | hs_object_id | Datensatz-ID | Produkt-ID | ID Produk | ID Catatan",
    ),
    name: words(2, "Name | Product Name | Product | Produktname | Produkt | Nama Produk | Produk"),
    code: words(3, "ProductCode | Product Code | SKU | hs_sku | Produktcode | Artikelnummer | Kode Produk"),
    family: words(
      3,
      "Family | Product Family | Series | Product Line | Product Type | Produktfamilie | Produktlinie | Produkttyp | Kategorie | Category | Keluarga Produk",
    ),
    listPrice: words(
      2,
      "ListPrice | List Price | sales_price | UnitPrice | Unit Price | Price | Listenpreis | Stückpreis | Preis | Einzelpreis | Harga | Harga Satuan",
    ),
    currency: words(
      1,
      "CurrencyIsoCode | Product Currency | List Price Currency | Currency | Produktwährung | Währung | Währungscode | Mata Uang",
    ),
    active: words(1, "IsActive | Active | Aktiv | Aktif"),
    deleted: DELETED_WORDS,
  },
  signs: list(
    "QuantityUnitOfMeasure | StockKeepingUnit | Product Description | Produktbeschreibung | Unit cost | Kosten pro Stück | Billing frequency",
  ),
  fileNames: list("product | produkt | produk | pricebook | katalog | catalog"),
  needs: [["name"]],
};

export const ASSETS: KindVocabulary = {
  targets: {
    id: words(1, "Id | Record ID | Asset ID | Asset-ID | Datensatz-ID | ID Aset"),
    name: words(2, "Name | Asset Name | Asset-Name | Assetname | Asset | Vermögenswertname | Nama Aset"),
    accountId: words(2, ACCOUNT_ID),
    accountName: words(2, ACCOUNT_NAME),
    productId: words(2, PRODUCT_ID),
    productName: words(
      2,
      "Product2.Name | Product Name | Product | Produktname | Produkt | Nama Produk | Produk",
    ),
    active: words(1, "IsActive | Active | Aktiv | Aktif"),
    status: words(1, "Status"),
    since: words(
      3,
      "InstallDate | Install Date | PurchaseDate | Purchase Date | Start Date | Installationsdatum | Kaufdatum | Startdatum | Tanggal Instalasi | Tanggal Mulai",
    ),
    until: words(
      3,
      "UsageEndDate | Usage End Date | End Date | Nutzungsende | Enddatum | Ablaufdatum | Tanggal Berakhir",
    ),
    deleted: DELETED_WORDS,
  },
  signs: list(
    "SerialNumber | Serial Number | Seriennummer | IsCompetitorProduct | Competitor Asset | LifecycleStartDate",
  ),
  fileNames: list("asset | install | vermoegen | vermögens | aset"),
  needs: [
    ["name", "productId", "productName"],
    ["accountId", "accountName"],
    ["since", "until", "active", "status"],
  ],
};
