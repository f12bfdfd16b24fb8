/** The half-month table: as rows, and as a page for printing. */
import { escapeHtml } from '@/desk/setup/parts/print';
import { rate, type RollUp, type Sums } from '../figures';

/** Headings that the system fills, then those that are filled in by hand. */
export interface ReportWords {
  no: string; name: string; required: string; covered: string; rate: string; minutes: string; stays: string; setUp: string;
  vehicles: string; hazards: string; notices: string; remarks: string; whole: string;
}

/** How many hazards were found at which school; null if they may not be read. */
export type Found = ReadonlyMap<string, number> | null;

/** A table: headings, a row for each school by name, and the sum. */
export function reportRows(data: RollUp, words: ReportWords, found: Found): string[][] {
  const head = [words.no, words.name, words.setUp, words.required, words.covered, words.rate, words.minutes, words.stays, words.vehicles, words.hazards, words.notices, words.remarks];
  const rows = [...data.rows].sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'zh-CN'));
  return [head, ...rows.map((row, index) => line(String(index + 1), row.name ?? '–', row.sums, found === null ? '' : String(found.get(row.organization_id ?? '') ?? 0))), line('', words.whole, data.whole, found === null ? '' : String([...found.values()].reduce((sum, one) => sum + one, 0)))];
}

function line(no: string, name: string, sums: Sums, hazards: string): string[] {
  const { posts } = sums;
  return [no, name, rate(sums.set_up_rate), String(posts.posts_required), String(posts.posts_covered), rate(posts.posts_rate), String(posts.covered_minutes), String(sums.person_stays), '', hazards, '', ''];
}

/** What stands around the table. */
export interface ReportFrame { title: string; by: string; span: string; on: string; stays: string; notes: string[]; preparer: string; reviewer: string; lang: string }

/** An A4 page, landscape, black on white. */
export function reportPage(rows: readonly string[][], frame: ReportFrame): string {
  const [head = [], ...body] = rows;
  const cells = (row: readonly string[], tag: string) => row.map((cell, index) => `<${tag}${index === 1 ? ' class="name"' : ''}>${escapeHtml(cell)}</${tag}>`).join('');
  return `<!doctype html><html lang="${frame.lang}"><head><meta charset="utf-8"><title>${escapeHtml(frame.title)}</title><style>
@page{size:A4 landscape;margin:12mm}html{background:#fff;color:#000}body{margin:0 auto;max-width:273mm;padding:8mm;font:3.6mm/1.4 system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
@media print{body{padding:0}}h1{text-align:center;font-size:6mm;margin:0 0 3mm}.facts{display:flex;justify-content:space-between;gap:4mm;margin-bottom:2mm}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{border:.25mm solid #000;padding:1.2mm 1.5mm;text-align:right}td{white-space:nowrap}td.name{white-space:normal}th{font-weight:600;text-align:center}
th.name,td.name{text-align:left}td:first-child{text-align:center}tr:last-child td{font-weight:600}thead{display:table-header-group}tr{break-inside:avoid}
.notes{margin:2mm 0;font-size:3.2mm}.sign{display:flex;gap:30mm;margin-top:8mm}
</style></head><body><h1>${escapeHtml(frame.title)}</h1><div class="facts"><span>${escapeHtml(frame.by)}</span><span>${escapeHtml(frame.span)}</span><span>${escapeHtml(frame.on)}</span></div>
<table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${body.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table>
<p class="notes">${escapeHtml(frame.stays)}</p>${frame.notes.map((note) => `<p class="notes">${escapeHtml(note)}</p>`).join('')}<div class="sign"><span>${escapeHtml(frame.preparer)}：</span><span>${escapeHtml(frame.reviewer)}：</span></div></body></html>`;
}
