import { describe, expect, it } from 'vitest';
import { waiting, type Alert, type Notice } from './inbox';

const alert = (id: string, parts: Partial<Alert>) => ({ id, closed_at: null, acknowledged_at: null, ...parts }) as Alert;

describe('what I was told', () => {
  it('waits for somebody only while it holds and nobody sees to it', () => {
    const at = '2026-11-23T07:25:00+08:00';
    const alerts = [alert('open', {}), alert('seen', { acknowledged_at: at }), alert('closed', { closed_at: at })];
    expect(waiting({ alerts } as Notice).map((one) => one.id)).toEqual(['open']);
  });
});
