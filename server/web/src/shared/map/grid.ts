/** Scale, north, and below everything a grid in whole metres: a map that needs no tiles. */
import L from 'leaflet';
import { scaleAt } from './metres';
import type { MapTexts } from './view';

/** A side of a cell is at least so many pixels. */
const LEAST_PX = 72;
/** Lines reach this share of the view beyond its edges, so that dragging shows no bare paper. */
const BEYOND = 0.5;

/** The side of a cell for a scale: 1, 2 or 5 with zeros, metres. */
export function cellOf(metresPerPixel: number): number {
  const least = metresPerPixel * LEAST_PX;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].find((one) => one * power >= least) ?? 10;
  return step * power;
}

/** 50 m, 2 km. */
export function lengthText(metres: number, texts: Pick<MapTexts, 'metres' | 'kilometres'>): string {
  return metres < 1000 ? `${Number(metres.toPrecision(3))} ${texts.metres}` : `${Number((metres / 1000).toPrecision(3))} ${texts.kilometres}`;
}

/** Puts scale and north on a map, and the grid if there are no tiles. */
export function showGrid(map: L.Map, texts: MapTexts, lines: boolean): void {
  const legend = corner(map, 'bottomleft', 'map-scale');
  const bar = legend.appendChild(document.createElement('span'));
  const label = legend.appendChild(document.createElement('b'));
  const north = corner(map, 'topright', 'map-north');
  north.textContent = texts.north;
  north.setAttribute('aria-hidden', 'true');
  map.createPane('grid').style.zIndex = '150';
  // A way of its own to draw: the grid must not catch clicks meant for shapes.
  const drawn = L.layerGroup().addTo(map);
  const renderer = L.svg({ pane: 'grid', padding: BEYOND });
  const redraw = () => {
    const perPixel = metresPerPixel(map);
    const cell = cellOf(perPixel);
    bar.style.width = `${Math.round(cell / perPixel)}px`;
    label.textContent = lines ? texts.cell(lengthText(cell, texts)) : lengthText(cell, texts);
    drawn.clearLayers();
    if (lines) for (const line of gridLines(map, cell)) L.polyline(line, { renderer, pane: 'grid', interactive: false, className: 'map-grid' }).addTo(drawn);
  };
  map.on('moveend zoomend resize', redraw);
  redraw();
}

/** Metres that a pixel is in the middle of a map. */
export function metresPerPixel(map: L.Map): number {
  const centre = map.getCenter();
  const pixel = map.project(centre, map.getZoom());
  const beside = map.unproject(pixel.add([100, 0]), map.getZoom());
  return ((beside.lng - centre.lng) * scaleAt(centre.lat).lon) / 100;
}

/** Lines through whole cells. They are counted from a fixed place, so that they stand still while one drags the map. */
function gridLines(map: L.Map, cell: number): L.LatLngTuple[][] {
  const bounds = map.getBounds().pad(BEYOND);
  // One latitude decides the scale for a whole degree: cells that changed with each move would swim.
  const scale = scaleAt(Math.round(map.getCenter().lat));
  const [lon, lat] = [cell / scale.lon, cell / scale.lat];
  const [west, south, east, north] = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  return [
    ...multiples(west, east, lon).map((x): L.LatLngTuple[] => [[south, x], [north, x]]),
    ...multiples(south, north, lat).map((y): L.LatLngTuple[] => [[y, west], [y, east]]),
  ];
}

function multiples(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.min(200, Math.floor(to / step) - first + 1)) }, (_, index) => (first + index) * step);
}

function corner(map: L.Map, position: L.ControlPosition, className: string): HTMLElement {
  const box = L.DomUtil.create('div', className);
  const control = new L.Control({ position });
  control.onAdd = () => box;
  control.addTo(map);
  return box;
}
