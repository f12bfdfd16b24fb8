/** What the server answers to a screen. The post beside the code has no names: everybody sees the screen. */
import type { components } from '@/api/schema';

type Schemas = components['schemas'];
export type Role = Schemas['Role'];
export type PostState = Schemas['PostState'];
export type Phase = Schemas['Phase'];
export type PostNow = Schemas['ScreenPostBody'];
export type Showing = Schemas['ShowingBody'];
