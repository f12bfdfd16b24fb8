import type { DeskArea } from '@/desk/shell/area';

/** A school's day as its head sees it. */
export const principal: DeskArea = {};
