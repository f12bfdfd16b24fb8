import { describe, expect, it } from 'vitest';
import { news, type InboxNow } from './inbox';

const now = (unread: number, id: string | null): InboxNow => ({ unread, latest: id === null ? null : { id, occasion: 'raised', text: `message ${id}`, at: '2026-11-23T07:25:00+08:00' } });

describe('what one is told while the desk is open', () => {
  it('is said once, and not what was there before', () => {
    expect(news(null, now(3, 'a'))).toBeNull();
    expect(news(now(0, null), now(1, 'a'))).toBe('message a');
    expect(news(now(1, 'a'), now(1, 'a'))).toBeNull();
    expect(news(now(1, 'a'), now(2, 'b'))).toBe('message b');
    expect(news(now(2, 'b'), now(0, 'b'))).toBeNull();
    expect(news(now(1, 'a'), now(0, null))).toBeNull();
  });
});
