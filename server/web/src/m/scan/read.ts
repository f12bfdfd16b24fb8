/** What a scanned text is to us. */

export type Read = { kind: 'code'; code: string } | { kind: 'join'; token: string } | null;

/** Our links hold `/c/CODE` or `/join/TOKEN`, in any case, with whatever a chat program put behind them. The server judges the code. */
export function read(text: string): Read {
  const code = /\/c\/([0-9a-z]{8,100})/i.exec(text)?.[1] ?? /^\s*([0-9a-z]{20,100})\s*$/i.exec(text)?.[1];
  if (code !== undefined) return { kind: 'code', code };
  const token = /\/join\/([\w-]{8,200})/i.exec(text)?.[1];
  return token === undefined ? null : { kind: 'join', token };
}

/** What was typed, as letters and digits: Chinese keyboards give full-width ones, and people put spaces and hyphens between. */
export function typed(text: string): string {
  const half = text.replace(/[！-～]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));
  return half.replace(/[^0-9a-z]/gi, '').toUpperCase().slice(0, 100);
}
