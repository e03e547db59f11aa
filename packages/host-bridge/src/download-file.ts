/** Hands a file to the user through a link, the one way every browser allows. */
export function downloadFile(page: Document, file: { readonly name: string; readonly content: Blob }): void {
  const url = URL.createObjectURL(file.content);
  const link = page.createElement("a");
  link.href = url;
  link.download = file.name;
  link.click();
  // Some browsers fetch the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
