import { describe, expect, it } from 'vitest';
import { invitePage, stateOf, svgAddress, type Invite } from './invites';

const NOW = Date.parse('2026-11-23T00:00:00Z');
const invite = (over: Partial<Invite>): Invite => ({
  id: 'i', organization_id: 'o', role: 'parent', note: '', link: 'https://x', auto_approve: false, in_charge: false, created_at: '2026-11-01T00:00:00Z', created_by: 'p',
  expires_at: '2026-12-01T00:00:00Z', revoked_at: null, use_limit: null, uses: 3, ...over,
});

describe('invites', () => {
  it('can be used until revoked, expired or full', () => {
    expect(stateOf(invite({}), NOW)).toBe('open');
    expect(stateOf(invite({ use_limit: 4 }), NOW)).toBe('open');
    expect(stateOf(invite({ use_limit: 3 }), NOW)).toBe('full');
    expect(stateOf(invite({ expires_at: '2026-11-23T00:00:00Z' }), NOW)).toBe('expired');
    expect(stateOf(invite({ revoked_at: '2026-11-02T00:00:00Z', use_limit: 1 }), NOW)).toBe('revoked');
  });
  it('prints names as text, never as markup', () => {
    const page = invitePage('<svg/>', { title: '<b>"A&B"</b>', role: 'x', steps: ['<i>'], until: '', lang: 'zh-CN' });
    expect(page).not.toContain('<b>"A');
    expect(page).toContain('&#60;b&#62;');
    expect(page).not.toContain('<i>');
    expect(svgAddress('<svg a="#"/>')).not.toContain('"');
  });
});
