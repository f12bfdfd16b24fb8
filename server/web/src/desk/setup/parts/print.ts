/** What a page can ask of its `PrintFrame`. */
export interface PrintHandle {
  print: () => void;
  open: () => void;
}

/** Text for markup that is made by hand. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}
