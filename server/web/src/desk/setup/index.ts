import type { DeskArea } from '@/desk/shell/area';

/** Setting a school up: posts, windows, duties, calendar, people, signs. */
export const setup: DeskArea = {};
