/** Invites: whether they can be used, and the page that prints one. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import { escapeHtml } from '../parts/print';

export type Invite = components['schemas']['InviteBody'];
export type InviteState = 'open' | 'revoked' | 'expired' | 'full';

/** Whether people can join by an invite at a moment (milliseconds). */
export function stateOf(invite: Invite, now: number): InviteState {
  if (invite.revoked_at) return 'revoked';
  if (Date.parse(invite.expires_at) <= now) return 'expired';
  return typeof invite.use_limit === 'number' && invite.uses >= invite.use_limit ? 'full' : 'open';
}

/** The QR of an invite, as SVG. */
export async function qrOf(invite: Invite): Promise<string> {
  const path = { id: invite.organization_id, invite_id: invite.id };
  return await ok(api.GET('/api/v1/organizations/{id}/invites/{invite_id}/qr.svg', { params: { path }, parseAs: 'text' }));
}

/** An address for a picture in markup. */
export function svgAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/** What stands on a printed invite, in the reader's language. */
export interface InvitePrint { title: string; role: string; steps: string[]; until: string; lang: string }

/** An A4 page with the QR of an invite. */
export function invitePage(svg: string, text: InvitePrint): string {
  const steps = text.steps.map((step, index) => `<li><b>${index + 1}</b>${escapeHtml(step)}</li>`).join('');
  return `<!doctype html><html lang="${text.lang}"><head><meta charset="utf-8"><title>${escapeHtml(text.title)}</title><style>
@page{size:A4;margin:0}*{box-sizing:border-box}html{background:#fff;color:#000}
body{width:210mm;height:296mm;margin:0 auto;padding:18mm 20mm;display:flex;flex-direction:column;align-items:center;gap:8mm;font:5mm/1.4 system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;text-align:center}
h1{margin:0;font-size:13mm;line-height:1.25}.role{margin:0;font-size:9mm}img{width:150mm;height:150mm}
ol{list-style:none;margin:0;padding:0;display:grid;gap:3mm;font-size:7mm;text-align:start}
li b{display:inline-grid;place-items:center;width:10mm;height:10mm;margin-right:4mm;border:.5mm solid #000;border-radius:50%}.until{margin:auto 0 0;font-size:5mm}
</style></head><body><h1>${escapeHtml(text.title)}</h1><p class="role">${escapeHtml(text.role)}</p><img alt="" src="${svgAddress(svg)}"><ol>${steps}</ol><p class="until">${escapeHtml(text.until)}</p></body></html>`;
}
