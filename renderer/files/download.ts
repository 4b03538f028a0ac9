/** Hands content to the person as a file of the browser's download folder; the desktop asks where. */
export function download(name: string, content: BlobPart, type: string): void {
  downloadBlob(
    name,
    new Blob([content], { type: type.startsWith('text/') ? `${type};charset=utf-8` : type }),
  );
}

export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
