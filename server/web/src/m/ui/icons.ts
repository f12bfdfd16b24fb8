/** Icons of the app, drawn with a line in a 24 × 24 box. They only repeat what a word beside them says. */
import { h, type FunctionalComponent } from 'vue';
import { marks, type State } from '@/shared/marks';

const paths = {
  today: 'M4 6.5h16v13H4zM4 10.5h16M8 4v4M16 4v4M8 14.5h3',
  scan: 'M4 8.5V4h4.5M15.5 4H20v4.5M20 15.5V20h-4.5M8.5 20H4v-4.5M7.5 12h9',
  history: 'M12 7v5l3.5 2M4.2 9.5A8.3 8.3 0 1 1 3.7 12M4 5v4.5h4.5',
  me: 'M12 12.2a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.8-3.6 3.7-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  back: 'm14.5 5.5-6.5 6.5 6.5 6.5',
  forward: 'm9.5 5.5 6.5 6.5-6.5 6.5',
  down: 'm5.5 9.5 6.5 6.5 6.5-6.5',
  here: 'M12 21c4.5-4.7 6.5-8 6.5-11a6.5 6.5 0 1 0-13 0c0 3 2 6.3 6.5 11ZM12 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
  keys: 'M3.5 6.5h17v11h-17zM7 10h.1M10.3 10h.1M13.6 10h.1M17 10h.1M8 14h8',
  sign: 'M5 20.5c1.5-3.5 3.5-7 5-9.5 1.3-2.2 2.5-2.3 2.2 0-.3 2.6-1.8 5.5-.7 6 1.2.5 2-2.5 3.2-2.5 1 0 .5 2 1.5 2 .8 0 1.5-.8 3-.8',
  edit: 'M4 20h4L19.5 8.5l-4-4L4 16zM13 7l4 4',
  cloud: 'M7 18.5a4.5 4.5 0 0 1-.4-9 5.8 5.8 0 0 1 11.2 1.6 3.7 3.7 0 0 1-.3 7.4ZM12 18v-6M9.5 14.2 12 11.7l2.5 2.5',
  light: 'M9 17.5h6M10 20.5h4M12 3.5a6 6 0 0 0-3.5 10.9c.6.5.9 1 .9 1.6h5.2c0-.6.3-1.1.9-1.6A6 6 0 0 0 12 3.5Z',
  school: 'M4 20.5V10l8-5.5 8 5.5v10.5ZM9.5 20.5v-6h5v6',
} as const;

export type IconName = keyof typeof paths;

export const Icon: FunctionalComponent<{ name: IconName }> = ({ name }) =>
  h('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }, [h('path', { d: paths[name] })]);
Icon.props = ['name'];

/** The shape of a state, in its colour. The word stands beside it, always. */
export const Mark: FunctionalComponent<{ state: State }> = ({ state }) =>
  h('svg', {
    viewBox: '0 0 24 24',
    class: 'mark',
    'aria-hidden': 'true',
    style: { color: `var(${marks[state].colour})` },
    innerHTML: marks[state].inner,
  });
Mark.props = ['state'];
