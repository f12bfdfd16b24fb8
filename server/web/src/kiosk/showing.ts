/** What the server answers to a screen. */
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Role = Schemas['Role'];
export type PostState = Schemas['PostState'];
export type Phase = Schemas['Phase'];

/** The post beside the code, without names: everybody sees the screen. */
export interface PostNow {
  phase: Phase;
  /** Null, as the state is, where nothing is asked of this post. */
  window: Schemas['WindowNowBody'] | null;
  state: PostState | null;
  filled: number;
  count: number;
  missing: number;
  short_since?: string | null;
  by_role: { role: Role; present: number }[];
}

export type Showing = Schemas['ShowingBody'] & { timezone?: string; post?: PostNow | null };
