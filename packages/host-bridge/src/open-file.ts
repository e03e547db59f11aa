/**
 * Shows a file in a tab of its own: a page as a page, anything else as a link that saves it under its name.
 *
 * @returns false where this frame may open no tabs
 */
export function openFile(page: Window, file: { readonly name: string; readonly content: Blob }): boolean {
  const isPage = file.name.endsWith(".html");
  const content = new Blob([file.content], { type: isPage ? "text/html" : "application/octet-stream" });
  const url = URL.createObjectURL(content);
  const tab = page.open(isPage ? url : "", "_blank");
  if (tab === null) {
    URL.revokeObjectURL(url);
    return false;
  }
  // A page keeps its address for as long as this frame lives, so that it can be read again.
  if (isPage) return true;
  const link = tab.document.createElement("a");
  link.href = url;
  link.download = file.name;
  link.textContent = file.name;
  tab.document.title = file.name;
  tab.document.body.append(link);
  link.focus();
  return true;
}
