import type { DeskArea } from '@/desk/shell/area';

/** A bureau's and a station's view over their schools. */
export const bureau: DeskArea = {};
