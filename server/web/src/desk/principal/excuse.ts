/** Saying why a post is short: a day's change that can be taken back. */
import { api, ok } from '@/api/client';
import { askReason } from '@/desk/ui/ask';
import { complain, notice } from '@/desk/ui/notice';
import { line } from '@/desk/ui/problem';
import { t } from './board/words';
import { t as d } from './day/words';

export interface Excused {
  school: string;
  date: string;
  dutyId: string;
  /** The post and the window, by name. */
  post: string;
  window: string;
}

/** Asks why and records it; true once it is. `after` runs when it is recorded or taken back. */
export async function excuse(of: Excused, after: () => void = () => {}): Promise<boolean> {
  let id = '';
  const reason = await askReason({
    title: t('excuse.title', { post: of.post }),
    text: t('excuse.text', { window: of.window }),
    yes: t('excuse.yes'),
    reason: { hint: t('excuse.hint'), suggestions: [t('excuse.rain'), t('excuse.moved'), t('excuse.event')] },
    act: async (why) => {
      const body = { date: of.date, kind: 'duty_stood_down' as const, duty_id: of.dutyId, reason: why };
      id = (await ok(api.POST('/api/v1/schools/{id}/day-changes', { params: { path: { id: of.school } }, body }))).id;
    },
  });
  if (reason === null) return false;
  after();
  notice(t('excuse.done'), () => void takeBack(id, after));
  return true;
}

/** The same for every post of a window. */
export async function standDown(of: Omit<Excused, 'dutyId' | 'post'> & { windowId: string }, after: () => void = () => {}): Promise<boolean> {
  let id = '';
  const reason = await askReason({
    title: d('change.wholeTitle', { window: of.window }),
    text: d('change.wholeText'),
    yes: d('change.yes'),
    reason: { hint: t('excuse.hint'), suggestions: [t('excuse.rain'), t('excuse.event')] },
    act: async (why) => {
      const body = { date: of.date, kind: 'window_stood_down' as const, window_id: of.windowId, reason: why };
      id = (await ok(api.POST('/api/v1/schools/{id}/day-changes', { params: { path: { id: of.school } }, body }))).id;
    },
  });
  if (reason === null) return false;
  after();
  notice(t('excuse.done'), () => void takeBack(id, after));
  return true;
}

async function takeBack(id: string, after: () => void): Promise<void> {
  try {
    await ok(api.POST('/api/v1/day-changes/{id}/withdraw', { params: { path: { id } } }));
    notice(t('excuse.undone'));
    after();
  } catch (error) {
    complain(line(error));
  }
}
