/** Areas, places and labels on a map. */
import L from 'leaflet';
import { middle, type Area } from './area';
import type { LonLat } from './datum';
import { metresPerPixel } from './grid';
import { textNode, type MapView } from './view';

/** A thing on a map that can be changed in place and taken away. */
export interface Shape {
  show: (area: Area) => void;
  remove: () => void;
  layer: L.FeatureGroup;
}

/** Draws an area. `kind` becomes part of its class: map-area-KIND. */
export function drawArea(view: MapView, area: Area, kind: string, label?: string): Shape {
  const layer = L.featureGroup().addTo(view.map);
  let shown = area;
  const draw = () => {
    layer.clearLayers();
    for (const part of layersOf(view, shown, kind)) part.addTo(layer);
    if (label !== undefined) labelAt(view, middle(shown), label, kind).addTo(layer);
  };
  draw();
  // A corridor's width is metres, a line's is pixels.
  const zoomed = () => {
    if (shown.kind === 'corridor') draw();
  };
  view.map.on('zoomend', zoomed);
  return {
    layer,
    show: (to) => {
      shown = to;
      draw();
    },
    remove: () => {
      view.map.off('zoomend', zoomed);
      layer.remove();
    },
  };
}

function layersOf(view: MapView, area: Area, kind: string): L.Layer[] {
  const className = `map-area map-area-${kind}`;
  const ring = (points: readonly LonLat[]) => points.map(view.to);
  // An arc is smooth; Leaflet's metres are the sphere's, off by less than a line is wide.
  if (area.kind === 'circle') return [L.circle(view.to(area.centre), { className, radius: area.radius })];
  if (area.kind === 'polygon') return [L.polygon([ring(area.ring), ...area.holes.map(ring)], { className, smoothFactor: 0 })];
  const weight = Math.max(2, (2 * area.halfWidth) / metresPerPixel(view.map));
  return [
    L.polyline(ring(area.line), { className: `map-corridor map-area-${kind}`, weight, lineCap: 'round', lineJoin: 'round' }),
    L.polyline(ring(area.line), { className: `map-middle map-area-${kind}`, weight: 2, interactive: false }),
  ];
}

/** A name on the map. */
export function labelAt(view: MapView, at: LonLat, text: string, kind: string): L.Marker {
  const icon = L.divIcon({ className: `map-label map-label-${kind}`, html: textNode(text), iconSize: [0, 0] });
  return L.marker(view.to(at), { icon, interactive: false, keyboard: false });
}

/** A dot with a name to hover, that can be chosen with mouse or keyboard. */
export function dotAt(view: MapView, at: LonLat, className: string, name: string, chosen?: () => void): L.Marker {
  const icon = L.divIcon({ className: `map-dot ${className}`, iconSize: [24, 24] });
  const marker = L.marker(view.to(at), { icon, alt: name, title: '', interactive: true, keyboard: chosen !== undefined, riseOnHover: true });
  marker.bindTooltip(textNode(name), { direction: 'top', offset: [0, -8] });
  if (chosen !== undefined) marker.on('click keypress', chosen);
  marker.addTo(view.map);
  // A marker that is no picture has no text alternative of its own.
  const element = marker.getElement();
  if (element?.getAttribute('role') === null) element.setAttribute('role', 'img');
  element?.setAttribute('aria-label', name);
  return marker;
}
