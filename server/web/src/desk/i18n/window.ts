import { common, say } from './common';

interface Named { name?: string | null | undefined; kind?: 'drop_off' | 'pick_up' | null | undefined }

/** What a window is called: the school's own name for it, unless that only repeats the Chinese word for its kind. */
export function windowName({ name, kind }: Named): string {
  if (!kind) return name ?? '';
  return name && name !== common.zh.window[kind] ? name : say(`window.${kind}`);
}
