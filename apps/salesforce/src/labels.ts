/** What a person may read before a widget is there. Each is a Custom Label `Sweetspot_<key>` in the org. */
export interface LabelText {
  readonly en: string;
  readonly de: string;
  readonly id: string;
}

/** Texts that the components show themselves, by the part of the label's name after `Sweetspot_`; 1,000 signs at most. */
export const LABELS = {
  Loading: {
    en: "Loading …",
    de: "Wird geladen …",
    id: "Memuat …",
  },
  Try_again: {
    en: "Try again",
    de: "Erneut versuchen",
    id: "Coba lagi",
  },
  Builder_text: {
    en: "The widget appears here on the record page. Set its options on the right.",
    de: "Auf der Datensatzseite erscheint hier das Widget. Die Optionen stehen rechts.",
    id: "Widget ini tampil di sini pada halaman rekaman. Atur pilihannya di sebelah kanan.",
  },
  Locker_title: {
    en: "This org still uses Lightning Locker",
    de: "Diese Organisation verwendet noch Lightning Locker",
    id: "Org ini masih memakai Lightning Locker",
  },
  Locker_text: {
    en: "The widget needs Lightning Web Security. An admin turns it on in Setup › Session Settings › “Use Lightning Web Security for Lightning web components”, after trying it in a sandbox.",
    de: "Das Widget braucht Lightning Web Security. Ein Administrator schaltet es unter Setup › Sitzungseinstellungen › „Lightning Web Security für Lightning-Webkomponenten verwenden“ ein, am besten zuerst in einer Sandbox.",
    id: "Widget ini memerlukan Lightning Web Security. Admin mengaktifkannya di Setup › Session Settings › “Use Lightning Web Security for Lightning web components”, sebaiknya dicoba dulu di sandbox.",
  },
  Resource_missing_title: {
    en: "A file of the widget is missing",
    de: "Eine Datei des Widgets fehlt",
    id: "Satu berkas widget tidak ada",
  },
  Resource_missing_text: {
    en: "A static resource of Sweetspot is not in this org. An admin deploys the package again as a whole; nobody’s data is affected.",
    de: "Eine statische Ressource von Sweetspot fehlt in dieser Organisation. Ein Administrator spielt das Paket noch einmal vollständig ein; Daten sind nicht betroffen.",
    id: "Satu static resource Sweetspot tidak ada di org ini. Admin perlu memasang ulang paketnya secara lengkap; data tidak terpengaruh.",
  },
  Script_failed_title: {
    en: "The widget could not start",
    de: "Das Widget konnte nicht starten",
    id: "Widget tidak dapat dimulai",
  },
  Script_failed_text: {
    en: "Its script was blocked or is damaged. Try again and, if it stays, reload the page without browser extensions. Otherwise an admin deploys the package again.",
    de: "Sein Skript wurde blockiert oder ist beschädigt. Versuchen Sie es erneut, danach laden Sie die Seite ohne Browser-Erweiterungen neu. Sonst spielt ein Administrator das Paket noch einmal ein.",
    id: "Skripnya diblokir atau rusak. Coba lagi; bila tetap begini, muat ulang halaman tanpa ekstensi peramban. Jika belum berhasil, admin memasang ulang paketnya.",
  },
  No_access_title: {
    en: "You have no access to account plans yet",
    de: "Sie haben noch keinen Zugriff auf Account-Pläne",
    id: "Anda belum punya akses ke rencana akun",
  },
  No_access_text: {
    en: "Ask an admin for one of Sweetspot’s permission sets (rep, manager or admin). Then try again.",
    de: "Bitten Sie einen Administrator um einen der Berechtigungssätze von Sweetspot (Rep, Manager oder Admin). Danach versuchen Sie es erneut.",
    id: "Minta admin memberi salah satu permission set Sweetspot (rep, manager, atau admin). Setelah itu coba lagi.",
  },
  Wrong_version_title: {
    en: "The widget does not fit this version of Sweetspot",
    de: "Das Widget passt nicht zu dieser Version von Sweetspot",
    id: "Widget ini tidak cocok dengan versi Sweetspot ini",
  },
  Wrong_version_text: {
    en: "Widget and page were built for different versions. An admin deploys both from one package.",
    de: "Widget und Seite wurden für verschiedene Versionen gebaut. Ein Administrator spielt beide aus einem Paket ein.",
    id: "Widget dan halaman dibuat untuk versi yang berbeda. Admin memasang keduanya dari satu paket.",
  },
  Crashed_title: {
    en: "The widget stopped",
    de: "Das Widget wurde angehalten",
    id: "Widget berhenti",
  },
  Crashed_text: {
    en: "Something in it went wrong. Your saved work is safe. Try again, and tell an admin if it happens again.",
    de: "Darin ist etwas schiefgegangen. Was gespeichert war, ist sicher. Versuchen Sie es erneut und sagen Sie einem Administrator Bescheid, wenn es wieder vorkommt.",
    id: "Ada yang salah di dalamnya. Pekerjaan yang tersimpan tetap aman. Coba lagi, dan beri tahu admin bila terulang.",
  },
  No_account_title: {
    en: "No account, no plan",
    de: "Kein Account, kein Plan",
    id: "Tanpa akun, tidak ada rencana",
  },
  No_account_text: {
    en: "This record belongs to no account, or to one you may not see. Fill in its account to see the plan here.",
    de: "Dieser Datensatz gehört zu keinem Account oder zu einem, den Sie nicht sehen dürfen. Tragen Sie den Account ein, dann erscheint hier der Plan.",
    id: "Rekaman ini tidak terhubung ke akun, atau ke akun yang tidak boleh Anda lihat. Isi akunnya agar rencananya tampil di sini.",
  },
  Wrong_object_title: {
    en: "Not on this page",
    de: "Nicht auf dieser Seite",
    id: "Bukan untuk halaman ini",
  },
  Wrong_object_text: {
    en: "The widget shows the plan of an account. Put it on the record page of accounts, opportunities or contacts.",
    de: "Das Widget zeigt den Plan eines Accounts. Setzen Sie es auf die Datensatzseite von Accounts, Opportunities oder Kontakten.",
    id: "Widget ini menampilkan rencana sebuah akun. Pasang di halaman rekaman akun, peluang, atau kontak.",
  },
  Frame_silent_title: {
    en: "The Sweetspot server does not answer",
    de: "Der Sweetspot-Server antwortet nicht",
    id: "Server Sweetspot tidak menjawab",
  },
  Frame_silent_text: {
    en: "Check your connection and try again. If it stays, an admin looks whether the server runs, whether its address is a Trusted URL (Setup › Trusted URLs, frame-src), and whether the server allows this org’s pages (SWEETSPOT_FRAME_ANCESTORS).",
    de: "Prüfen Sie Ihre Verbindung und versuchen Sie es erneut. Bleibt es so, prüft ein Administrator, ob der Server läuft, ob seine Adresse eine vertrauenswürdige URL ist (Setup › Vertrauenswürdige URLs, frame-src) und ob der Server die Seiten dieser Organisation zulässt (SWEETSPOT_FRAME_ANCESTORS).",
    id: "Periksa koneksi Anda lalu coba lagi. Bila tetap begini, admin memeriksa apakah server berjalan, apakah alamatnya termasuk Trusted URL (Setup › Trusted URLs, frame-src), dan apakah server mengizinkan halaman org ini (SWEETSPOT_FRAME_ANCESTORS).",
  },
  Frame_unsafe_title: {
    en: "The widget was closed for your safety",
    de: "Das Widget wurde zu Ihrer Sicherheit geschlossen",
    id: "Widget ditutup demi keamanan Anda",
  },
  Frame_unsafe_text: {
    en: "Something on this page tried to take over its connection. Reload the page; if it happens again, tell an admin which other components and browser extensions are in use.",
    de: "Etwas auf dieser Seite wollte seine Verbindung übernehmen. Laden Sie die Seite neu. Passiert es wieder, sagen Sie einem Administrator, welche anderen Komponenten und Browser-Erweiterungen im Einsatz sind.",
    id: "Ada yang mencoba mengambil alih sambungannya di halaman ini. Muat ulang halaman; bila terulang, beri tahu admin komponen lain dan ekstensi peramban apa saja yang dipakai.",
  },
} as const satisfies Readonly<Record<string, LabelText>>;

export type LabelName = keyof typeof LABELS;

/** Name of the Custom Label, as `@salesforce/label/c.<name>` imports it. */
export const toLabelName = (name: LabelName): string => `Sweetspot_${name}`;
