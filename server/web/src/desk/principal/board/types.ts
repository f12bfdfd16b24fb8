/** The board as the API gives it. */
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Grade = Schemas['Grade'];
export type Board = Schemas['BoardBody'];
export type Post = Schemas['PostBody'];
