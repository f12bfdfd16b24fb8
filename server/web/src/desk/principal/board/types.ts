/** The board as the API gives it. */
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Grade = Schemas['Grade'];
export type Board = Omit<Schemas['BoardBody'], 'posts'> & { posts: Post[] };
export type Post = Schemas['PostBody'] & {
  /** One for each slot: the stretches that fill it. */
  lanes?: { from: string; to: string; grade: Grade }[][];
  /** Unfilled stretches of the window up to now; the open one has no end. */
  gaps?: { from: string; to?: string | null; missing: number }[];
};
