import type { Area, AreaKind } from '@/shared/map/area';
import type { LonLat } from '@/shared/map/datum';

/** What a page can ask of its `MapBox`. */
export interface MapHandle {
  fit: () => void;
  middle: () => LonLat;
  draw: (kind: AreaKind) => void;
  finish: () => void;
  cancel: () => void;
}

export interface Drawn { id: string; name: string; area: Area; chosen?: boolean }
export interface Dot { id: string; name: string; at: LonLat; className: string }
/** A place with the radius that a phone says it is good for. */
export interface Point { at: LonLat; accuracy?: number; name: string }
