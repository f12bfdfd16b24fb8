/** How items go out: the oldest first, at most 200 and 512 kB in a request. */
import { elapsed, stamp, type Clock } from './clock';
import type { Item, Wire } from './types';

const MOST = 200;
const BYTES = 512 * 1024;
/** The braces around the items, with room to spare. */
const AROUND = 100;

/** An item as it is sent now. `sent_at` and `elapsed_ms` are of this sending, all else of the tap. */
export function wire(item: Item, clock: Clock): Wire {
  const sent = { sent_at: stamp(clock.wall()), elapsed_ms: elapsed(item, clock) };
  const { kind, code, short_code, created_at, position, device_id } = item.content;
  return { id: item.id, kind, code, short_code, created_at, ...sent, position, device_id, role: item.role };
}

/** As many of the first items as fit into a request; always one at least. */
export function batch(items: Item[], clock: Clock): Item[] {
  let bytes = AROUND;
  let count = 0;
  for (const item of items.slice(0, MOST)) {
    bytes += new TextEncoder().encode(JSON.stringify(wire(item, clock))).length + 1;
    if (count > 0 && bytes > BYTES) break;
    count += 1;
  }
  return items.slice(0, count);
}
