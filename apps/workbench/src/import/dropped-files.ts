/** All files of a drop or a choice, those inside dropped folders included. Hidden files such as `.DS_Store` are left out. */
export async function readDroppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  // Entries must be taken before the first wait: afterwards the drop is over and the list empty.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files = entries.length > 0 ? await readEntries(entries) : [...transfer.files];
  return files.filter((file) => !file.name.startsWith("."));
}

async function readEntries(entries: readonly FileSystemEntry[]): Promise<readonly File[]> {
  const found = await Promise.all(entries.map(readEntry));
  return found.flat();
}

async function readEntry(entry: FileSystemEntry): Promise<readonly File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const inside: FileSystemEntry[] = [];
  // A folder is read in parts; an empty part is its end.
  for (;;) {
    const part = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (part.length === 0) return readEntries(inside);
    inside.push(...part);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
