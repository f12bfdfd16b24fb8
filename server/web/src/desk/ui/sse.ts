/** Server-sent events from a stream of bytes, so that the access token goes into a header and silence is noticed. */
import { ApiError, type Problem } from '@/api/client';

export interface ServerEvent {
  event: string;
  data: string;
}

/** Takes text as it comes and gives the events that it completes. A comment is a sign of life and gives none. */
export function eventReader(): (text: string) => ServerEvent[] {
  let rest = '';
  return (text) => {
    rest += text.replaceAll('\r\n', '\n');
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => {
      const event = one(block);
      return event === null ? [] : [event];
    });
  };
}

function one(block: string): ServerEvent | null {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const at = line.indexOf(':');
    if (at <= 0) continue;
    const [field, value] = [line.slice(0, at), line.slice(at + 1).replace(/^ /, '')];
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
  }
  return data.length === 0 ? null : { event, data: data.join('\n') };
}

/** Silence after which a connection counts as broken: the server gives a sign of life every 15 s. */
const SILENCE = 40_000;

/** What a client answers to a request whose body is a stream. */
export interface Opened {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** Hands the events of one connection over until it ends; throws when it is refused or breaks. `stop` ends it. */
export async function follow(open: (signal: AbortSignal) => Promise<Opened>, take: (event: string, data: string) => void, stop: AbortController): Promise<void> {
  let alarm = setTimeout(() => stop.abort(), SILENCE);
  try {
    const { data, error, response } = await open(stop.signal);
    if (!response.ok || data === undefined) throw new ApiError(response.status, (error as Problem | undefined) ?? null);
    const [reader, decoder, read] = [(data as ReadableStream<Uint8Array>).getReader(), new TextDecoder(), eventReader()];
    for (;;) {
      const part = await reader.read();
      if (part.done) return;
      clearTimeout(alarm);
      alarm = setTimeout(() => stop.abort(), SILENCE);
      for (const { event, data: text } of read(decoder.decode(part.value, { stream: true }))) take(event, text);
    }
  } finally {
    clearTimeout(alarm);
  }
}

/** Milliseconds to wait before the n-th attempt (from 0) to connect again: 1 s, doubled up to 30 s, up to a third more at random. */
export function backOff(attempt: number, random: () => number = Math.random): number {
  return Math.min(30_000, 1000 * 2 ** attempt) * (1 + random() / 3);
}
