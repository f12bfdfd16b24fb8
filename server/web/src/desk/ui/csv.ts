/** Tables as files that spreadsheet programs open as they are: UTF-8 with a byte order mark, CRLF. */

export type Cell = string | number | null | undefined;

/** One field. A text that a spreadsheet would run as a formula gets an apostrophe before it. */
function field(cell: Cell): string {
  const text = String(cell ?? '');
  const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text of a table. */
export function csv(rows: Cell[][]): string {
  return `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

/** The text of a table: UTF-8, or what Excel writes on a Chinese Windows unless it is told otherwise. */
export function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Hands a text to the person as a file. */
export function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: some browsers read it only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Hands a table to the person. `name` without the ending. */
export function downloadCsv(name: string, rows: Cell[][]): void {
  download(`${name}.csv`, csv(rows), 'text/csv;charset=utf-8');
}
