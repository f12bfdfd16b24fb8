/** A Leaflet map that works without any tiles, and with tiles of either datum. */
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import './map.css';
import { fromWgs84, toWgs84, type Datum, type LonLat } from './datum';
import { showGrid } from './grid';

/** Where tiles come from, as the server's configuration says. */
export interface Tiles {
  url: string;
  subdomains?: string | null;
  /** Labels, where they come as a layer of their own (Tianditu). */
  overlay_url?: string | null;
  attribution: string;
  /** What the tiles are drawn on; shapes are shifted to it. */
  datum: Datum;
  max_zoom: number;
}

/** What the map says, in the reader's language. */
export interface MapTexts {
  zoomIn: string;
  zoomOut: string;
  north: string;
  /** `{n}` stands for metres or kilometres with their unit. */
  cell: (length: string) => string;
  metres: string;
  kilometres: string;
}

/** A map and the way between WGS-84 and what it shows. */
export interface MapView {
  map: L.Map;
  datum: Datum;
  /** Where a WGS-84 place lies on this map. */
  to: (at: LonLat) => L.LatLng;
  /** The WGS-84 place of a point of this map. */
  from: (at: L.LatLng) => LonLat;
  /** Shows what lies between two corners; small things are not blown up. */
  fit: (box: readonly [LonLat, LonLat]) => void;
  close: () => void;
}

/** China as a whole, where nothing better is known. */
const WHOLE = { at: [104.5, 36] as LonLat, zoom: 4 };
const CLOSEST = 21;

/** Opens a map in an element. `centre` may be unknown. */
export function openMap(host: HTMLElement, texts: MapTexts, tiles: Tiles | null, centre: LonLat | null): MapView {
  const datum = tiles?.datum ?? 'wgs84';
  const to = ([lon, lat]: LonLat) => L.latLng(lat, lon);
  const shifted = (at: LonLat) => to(fromWgs84(datum, at));
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(host, {
    zoomControl: false,
    maxZoom: CLOSEST,
    minZoom: 3,
    zoomAnimation: !still,
    fadeAnimation: false,
    markerZoomAnimation: !still,
    inertia: !still,
  });
  map.attributionControl.setPrefix(false);
  map.setView(shifted(centre ?? WHOLE.at), centre === null ? WHOLE.zoom : 17);
  L.control.zoom({ zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut }).addTo(map);
  if (tiles !== null) addTiles(map, tiles);
  showGrid(map, texts, tiles === null);
  const sizes = new ResizeObserver(() => map.invalidateSize({ animate: false }));
  sizes.observe(host);
  return {
    map,
    datum,
    to: shifted,
    from: (at) => toWgs84(datum, [at.lng, at.lat]),
    fit: ([southWest, northEast]) =>
      map.fitBounds(L.latLngBounds(shifted(southWest), shifted(northEast)), { maxZoom: 18, padding: [32, 32], animate: false }),
    close: () => {
      sizes.disconnect();
      map.remove();
    },
  };
}

function addTiles(map: L.Map, tiles: Tiles): void {
  const options = {
    subdomains: tiles.subdomains ?? 'abc',
    maxNativeZoom: tiles.max_zoom,
    maxZoom: CLOSEST,
    // Leaflet takes markup here; the configuration is text.
    attribution: escaped(tiles.attribution),
  };
  L.tileLayer(tiles.url, options).addTo(map);
  if (tiles.overlay_url) L.tileLayer(tiles.overlay_url, { ...options, attribution: '' }).addTo(map);
}

function escaped(text: string): string {
  const box = document.createElement('span');
  box.textContent = text;
  return box.innerHTML;
}

/** Text for a tooltip or an icon: never markup, since names come from people. */
export function textNode(text: string, className = ''): HTMLElement {
  const box = document.createElement('span');
  box.textContent = text;
  box.className = className;
  return box;
}
