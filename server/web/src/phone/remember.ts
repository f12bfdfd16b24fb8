/** Small things that this browser keeps; without storage they last as long as the page. */
const memory = new Map<string, string>();

/** What was kept under a name, or null. */
export function recall<T>(name: string): T | null {
  const text = read(name);
  try {
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(`huxue.${name}`);
  } catch {
    return memory.get(name) ?? null;
  }
}

/** Keeps something; null forgets it. */
export function remember(name: string, value: unknown): void {
  if (value === null) memory.delete(name);
  else memory.set(name, JSON.stringify(value));
  try {
    if (value === null) localStorage.removeItem(`huxue.${name}`);
    else localStorage.setItem(`huxue.${name}`, JSON.stringify(value));
  } catch {
    // The map has it.
  }
}
