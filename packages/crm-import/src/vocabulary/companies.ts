import { type KindVocabulary, list, words } from "./vocabulary.model.ts";

export const DELETED_WORDS = words(0, "IsDeleted | Deleted | Gelöscht | Archived | Dihapus");

export const ACCOUNTS: KindVocabulary = {
  targets: {
    id: words(
      1,
      "Id | Record ID | Account ID | Company ID | hs_object_id | Datensatz-ID | Unternehmens-ID | Account-ID | Record ID - Company | Case Safe Account ID | 18 Digit Account ID | Customer ID | Kundennummer | Kunden-ID | ID Akun | ID Perusahaan | ID Catatan",
    ),
    name: words(
      2,
      "Name | Account Name | Company name | Unternehmensname | Accountname | Account-Name | Name des Unternehmens | Account | Company | Customer | Customer Name | Firma | Firmenname | Kunde | Kundenname | Unternehmen | Organization | Organisation | Nama Akun | Nama Perusahaan | Pelanggan",
    ),
    parentId: words(
      3,
      "ParentId | Parent Account ID | Parent Company ID | hs_parent_company_id | Parent Record ID | Übergeordnete Account-ID | Übergeordneter Account: Account-ID | ID des übergeordneten Accounts | Übergeordnete Unternehmens-ID | ID Akun Induk",
    ),
    parentName: words(
      3,
      "Parent.Name | Parent Account | Parent Account Name | Parent Company | Parent Company Name | subsidiary_of | Subsidiary of | Parent | Übergeordneter Account | Übergeordnetes Unternehmen | Name des übergeordneten Accounts | Muttergesellschaft | Mutterunternehmen | Konzernmutter | Tochter von | Akun Induk | Perusahaan Induk",
    ),
    ownerId: words(
      1,
      "OwnerId | hubspot_owner_id | Account Owner ID | Owner ID | Company owner ID | Inhaber-ID",
    ),
    ownerName: words(
      1,
      "Owner.Name | Account Owner | Company owner | Accountinhaber | Account-Inhaber | Unternehmensinhaber | Zuständiger Mitarbeiter für Unternehmen | Für Unternehmen zuständiger Mitarbeiter | Für Datensatz zuständiger Mitarbeiter | Zuständiger Mitarbeiter | Owner | Inhaber | Account Manager | sales_agent | Kundenbetreuer | Pemilik Akun | Pemilik Perusahaan | Pemilik",
    ),
    industry: words(3, "Industry | Sector | Branche | Sektor | Industri"),
    country: words(
      1,
      "BillingCountry | Billing Country | Billing Country/Territory | Billing Country/Region | Country | Country/Region | Rechnungsland | Land (Rechnungsanschrift) | Rechnungsanschrift: Land | Land | Land/Region | Office Location | Headquarters | Negara | Negara/Wilayah",
    ),
    city: words(
      1,
      "BillingCity | Billing City | City | Ort (Rechnungsanschrift) | Rechnungsort | Stadt (Rechnungsanschrift) | Stadt | Ort | Kota",
    ),
    website: words(
      2,
      "Website | Website URL | Website-URL | Webseite | Company Domain Name | Domain | Unternehmens-Domainname | Domainname des Unternehmens | Situs Web",
    ),
    employees: words(
      3,
      "NumberOfEmployees | Employees | Number of Employees | Mitarbeiter | Anzahl der Mitarbeiter | Anzahl Mitarbeiter | Mitarbeiterzahl | Beschäftigte | Jumlah Karyawan | Karyawan",
    ),
    annualRevenue: words(
      3,
      "AnnualRevenue | Annual Revenue | Revenue | Jahresumsatz | Umsatz | Pendapatan Tahunan",
    ),
    currency: words(
      1,
      "CurrencyIsoCode | Account Currency | Annual Revenue Currency | Currency | Currency Code | Accountwährung | Währung Jahresumsatz | Jahresumsatz Währung | Währung | Währungscode | Mata Uang",
    ),
    updatedAt: words(
      0,
      "LastModifiedDate | Last Modified Date | Letztes Änderungsdatum | Datum der letzten Änderung | Zuletzt geändert am | Datum der letzten Aktualisierung | Terakhir Diubah",
    ),
    deleted: DELETED_WORDS,
  },
  signs: list(
    "Type of Account | AccountSource | Rating | NumberOfLocations | Sic | Lifecycle Stage | year_established | Year Founded | Gründungsjahr | Accounttyp | BillingStreet | BillingPostalCode | TickerSymbol",
  ),
  fileNames: list("account | compan | unternehmen | firmen | kunden | customer | akun | perusahaan"),
  needs: [["name"]],
};

export const CONTACTS: KindVocabulary = {
  targets: {
    id: words(
      1,
      "Id | Record ID | Contact ID | hs_object_id | Datensatz-ID | Kontakt-ID | Record ID - Contact | ID Kontak | ID Catatan",
    ),
    name: words(
      1,
      "Name | Full Name | Contact Name | Kontaktname | Kontakt | Contact | Vollständiger Name | Nama Kontak | Nama Lengkap | Nama",
    ),
    firstName: words(2, "FirstName | First Name | Vorname | Nama Depan"),
    lastName: words(2, "LastName | Last Name | Nachname | Surname | Nama Belakang"),
    accountId: words(
      2,
      "AccountId | Account ID | Associated Company IDs | Associated Company ID | Primary Associated Company ID | associatedcompanyid | Associated Company IDs (Primary) | Company ID | Account-ID | Zugeordnete Unternehmens-IDs | Zugehörige Unternehmens-IDs | IDs der zugeordneten Unternehmen | ID Perusahaan Terkait | ID Akun",
    ),
    accountName: words(
      2,
      "Account.Name | Account Name | Associated Company | Primary Company | Company name | Accountname | Account-Name | Zugeordnetes Unternehmen | Zugehöriges Unternehmen | Zugeordnete Unternehmen | Unternehmensname | Name des Unternehmens | Company | Account | Customer | Unternehmen | Firma | Kunde | Perusahaan Terkait | Nama Akun | Nama Perusahaan",
    ),
    title: words(
      3,
      "Title | Job Title | Position | Titel | Positionsbezeichnung | Berufsbezeichnung | Jobtitel | Funktion | Jabatan",
    ),
    department: words(3, "Department | Abteilung | Departemen"),
    email: words(2, "Email | E-Mail | Email Address | E-Mail-Adresse | Alamat Email"),
    phone: words(
      2,
      "Phone | Phone Number | Business Phone | Telefon | Telefonnummer | Mobile | MobilePhone | Nomor Telepon | Telepon",
    ),
    ownerId: words(1, "OwnerId | hubspot_owner_id | Contact Owner ID | Owner ID | Inhaber-ID"),
    ownerName: words(
      1,
      "Owner.Name | Contact Owner | Kontaktinhaber | Kontakt-Inhaber | Zuständiger Mitarbeiter für Kontakt | Für Kontakt zuständiger Mitarbeiter | Zuständiger Mitarbeiter | Owner | Inhaber | Pemilik Kontak | Pemilik",
    ),
    deleted: DELETED_WORDS,
  },
  signs: list(
    "Salutation | Anrede | ReportsToId | MobilePhone | Mobile Phone Number | LeadSource | Lead Source | MailingCity | Mailing City | Birthdate | Lead Status | Fax | Marketing contact status",
  ),
  fileNames: list("contact | kontakt | kontak | people | person | ansprechpartner"),
  needs: [["name", "lastName", "firstName", "email"]],
};

export const TEAM_MEMBERS: KindVocabulary = {
  targets: {
    id: words(1, "Id | User ID | Owner ID | Record ID | Benutzer-ID | hubspot_owner_id | ID Pengguna"),
    name: words(
      2,
      "Name | Full Name | sales_agent | Sales Agent | Sales Rep | Owner Name | User | Owner | Vollständiger Name | Benutzer | Mitarbeiter | Vertriebsmitarbeiter | Team Member | Nama Lengkap | Nama",
    ),
    firstName: words(1, "FirstName | First Name | Vorname | Nama Depan"),
    lastName: words(1, "LastName | Last Name | Nachname | Nama Belakang"),
    email: words(1, "Email | E-Mail | Email Address | E-Mail-Adresse | Alamat Email"),
    active: words(2, "IsActive | Active | Aktiv | Aktif"),
    deleted: DELETED_WORDS,
  },
  signs: list(
    "Username | Profile | ProfileId | Profile: Name | UserRoleId | Role | Alias | Benutzername | Profil | Rolle | Manager | ManagerId | Regional Office | Last Login | Team | Teams | Permission Sets | Seat | User Type | Pengguna | TimeZoneSidKey | LocaleSidKey | LanguageLocaleKey | EmailEncodingKey | LastLoginDate | ForecastEnabled | FederationIdentifier",
  ),
  fileNames: list("user | owner | team | benutzer | inhaber | mitarbeiter | agent | pengguna"),
  needs: [["name", "lastName", "email"]],
};
