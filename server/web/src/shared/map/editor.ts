/** Editing an area on a map: a few handles, by mouse, finger or keyboard. */
import L from 'leaflet';
import { corners, type Area, type AreaKind } from './area';
import type { LonLat } from './datum';
import { addCorner, canRemove, drawn, middles, moveCorner, radiusAt, radiusHandle, removeCorner, resize } from './edit';
import { offset } from './metres';
import { drawArea, type Shape } from './shape';
import type { MapView } from './view';

/** What handles are called, in the reader's language. `{n}` counts corners from 1. */
export interface HandleTexts {
  centre: string;
  radius: string;
  corner: (n: number) => string;
  add: string;
}

export interface Editor {
  /** Shows an area to edit; null takes it away. */
  show: (area: Area | null) => void;
  /** Frozen, it is seen and cannot be changed. */
  freeze: (on: boolean) => void;
  /** Lets the next clicks draw a new area. */
  draw: (kind: AreaKind) => void;
  /** Ends drawing: with what was drawn, if that is enough. */
  finish: () => void;
  cancel: () => void;
  close: () => void;
}

export interface EditorEvents {
  changed: (area: Area) => void;
  /** How many points were clicked so far; null when drawing has ended. */
  drawing: (points: number | null) => void;
}

/** Makes areas on a map editable. */
export function editor(view: MapView, texts: HandleTexts, events: EditorEvents): Editor {
  let area: Area | null = null;
  let shape: Shape | null = null;
  let dragging = false;
  let frozen = false;
  const handles = L.layerGroup().addTo(view.map);
  const pen = penOn(view, events);

  function draw(to: Area | null): void {
    area = to;
    if (to === null) {
      shape?.remove();
      shape = null;
    } else if (shape === null) shape = drawArea(view, to, 'edited');
    else shape.show(to);
    // Whoever drags a handle must keep it in hand.
    if (!dragging) rebuild();
  }

  function change(to: Area): void {
    draw(to);
    events.changed(to);
  }

  function handle(at: LonLat, kind: string, name: string, moved: (to: LonLat) => void, removed?: () => void): void {
    const icon = L.divIcon({ className: `map-handle map-handle-${kind}`, iconSize: [28, 28] });
    const marker = L.marker(view.to(at), { icon, draggable: true, keyboard: true, alt: name, title: name, autoPan: true }).addTo(handles);
    marker.on('dragstart', () => (dragging = true));
    marker.on('drag', () => moved(view.from(marker.getLatLng())));
    marker.on('dragend', () => {
      dragging = false;
      rebuild();
    });
    if (removed !== undefined) marker.on('contextmenu dblclick', removed);
    marker.getElement()?.addEventListener('keydown', (event) => keyed(event, at, moved, removed));
    marker.getElement()?.setAttribute('aria-label', name);
    marker.getElement()?.setAttribute('data-handle', `${kind}-${name}`);
  }

  function keyed(event: KeyboardEvent, at: LonLat, moved: (to: LonLat) => void, removed?: () => void): void {
    const step = event.shiftKey ? 10 : 1;
    const ways: Record<string, readonly [number, number]> = { ArrowUp: [0, step], ArrowDown: [0, -step], ArrowLeft: [-step, 0], ArrowRight: [step, 0] };
    const way = ways[event.key];
    const remove = removed !== undefined && (event.key === 'Delete' || event.key === 'Backspace');
    if (way === undefined && !remove) return;
    event.preventDefault();
    event.stopPropagation();
    const mark = (event.currentTarget as HTMLElement).dataset['handle'] ?? '';
    if (way !== undefined) moved(offset(at, way[0], way[1]));
    else removed?.();
    refocus(mark);
  }

  /** The handles are new after each step; the keyboard stays where it was. */
  function refocus(mark: string): void {
    for (const one of view.map.getContainer().querySelectorAll<HTMLElement>('[data-handle]')) {
      if (one.dataset['handle'] === mark) one.focus();
    }
  }

  function rebuild(): void {
    handles.clearLayers();
    if (area === null || frozen) return;
    const held = area;
    corners(held).forEach((at, index) => {
      const removed = canRemove(held) ? () => change(removeCorner(held, index)) : undefined;
      const name = held.kind === 'circle' ? texts.centre : texts.corner(index + 1);
      handle(at, held.kind === 'circle' ? 'centre' : 'corner', name, (to) => change(moveCorner(area ?? held, index, to)), removed);
    });
    if (held.kind === 'circle') radius(held);
    middles(held).forEach((at, index) => middleHandle(held, at, index));
  }

  function radius(circle: Extract<Area, { kind: 'circle' }>): void {
    handle(radiusHandle(circle), 'radius', texts.radius, (to) => change(resize(area ?? circle, radiusAt(circle, to))));
  }

  /** A handle halfway along a side: dragged or pressed it becomes a corner. */
  function middleHandle(held: Area, at: LonLat, index: number): void {
    const icon = L.divIcon({ className: 'map-handle map-handle-middle', iconSize: [24, 24] });
    const marker = L.marker(view.to(at), { icon, draggable: true, keyboard: true, alt: texts.add, title: texts.add }).addTo(handles);
    marker.getElement()?.setAttribute('aria-label', texts.add);
    marker.on('dragstart', () => (dragging = true));
    marker.on('drag', () => change(addCorner(held, index, view.from(marker.getLatLng()))));
    marker.on('dragend', () => {
      dragging = false;
      rebuild();
    });
    marker.on('click keypress', () => change(addCorner(held, index)));
  }

  return {
    show: (to) => {
      // What comes back from the owner is mostly what was just told: handles keep the focus.
      if (!dragging && to !== area) draw(to);
    },
    freeze: (on) => {
      frozen = on;
      pen.cancel();
      rebuild();
    },
    draw: (kind) => pen.start(kind, change),
    finish: pen.finish,
    cancel: pen.cancel,
    close: () => {
      pen.cancel();
      shape?.remove();
      handles.remove();
    },
  };
}

interface Pen {
  start: (kind: AreaKind, done: (area: Area) => void) => void;
  finish: () => void;
  cancel: () => void;
}

/** Collects clicks into a new area. */
function penOn(view: MapView, events: EditorEvents): Pen {
  let kind: AreaKind | null = null;
  let points: LonLat[] = [];
  let done: (area: Area) => void = () => undefined;
  const sketch = L.layerGroup().addTo(view.map);

  function stop(): void {
    kind = null;
    points = [];
    sketch.clearLayers();
    view.map.getContainer().classList.remove('map-drawing');
    view.map.doubleClickZoom.enable();
    events.drawing(null);
  }

  function finish(): void {
    const least = { circle: 1, polygon: 3, corridor: 2 };
    const area = kind === null || points.length < least[kind] ? null : drawn(kind, points);
    stop();
    if (area !== null) done(area);
  }

  function clicked(event: L.LeafletMouseEvent): void {
    if (kind === null) return;
    points.push(view.from(event.latlng));
    events.drawing(points.length);
    L.circleMarker(event.latlng, { radius: 5, className: 'map-sketch', interactive: false }).addTo(sketch);
    const before = points[points.length - 2];
    if (before !== undefined) L.polyline([view.to(before), event.latlng], { className: 'map-sketch', interactive: false }).addTo(sketch);
    if (kind === 'circle') finish();
  }

  view.map.on('click', clicked);
  view.map.on('dblclick', () => {
    // The second click of a double click is a point too many.
    if (kind !== null && points.length > 1) points.pop();
    if (kind !== null) finish();
  });
  return {
    start: (of, then) => {
      stop();
      [kind, done] = [of, then];
      view.map.getContainer().classList.add('map-drawing');
      view.map.doubleClickZoom.disable();
      events.drawing(0);
    },
    finish,
    cancel: () => {
      if (kind !== null) stop();
    },
  };
}
