/** The shape of each state, for a 24 × 24 view box: never colour alone. `fill` shapes are solid, the others are drawn with a line. */
export type State =
  | 'confirmed' | 'likely' | 'claimed' | 'contradicted' | 'rejected' | 'gap' | 'planned' | 'not_required' | 'unknown' | 'excused';

export interface Mark {
  /** A CSS variable of tokens.css. */
  colour: string;
  /** The markup inside the svg; it uses currentColor. */
  inner: string;
}

const line = 'fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"';

export const marks: Record<State, Mark> = {
  confirmed: { colour: '--confirmed', inner: `<path fill="currentColor" fill-rule="evenodd" d="M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Zm5.2 6.1-6.7 6.9-3.6-3.5-1.6 1.7 5.3 5.1 8.3-8.5-1.7-1.7Z"/>` },
  likely: { colour: '--likely', inner: `<circle cx="12" cy="12" r="5.5" fill="currentColor"/><circle cx="12" cy="12" r="9.5" ${line}/>` },
  claimed: { colour: '--claimed', inner: `<circle cx="12" cy="12" r="9" ${line}/>` },
  contradicted: { colour: '--contradicted', inner: `<path ${line} d="M12 3.5 22 20.5H2Z"/><path ${line} d="M12 10v5M12 17.6v.1"/>` },
  rejected: { colour: '--rejected', inner: `<rect x="3.5" y="3.5" width="17" height="17" rx="2" ${line}/><path ${line} d="m8.5 8.5 7 7m0-7-7 7"/>` },
  gap: { colour: '--gap', inner: `<path ${line} d="M3 5h18v14H3Zm0 9 9-9m-6 14L20 5m-8 14 9-9"/>` },
  planned: { colour: '--planned', inner: `<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2.4" stroke-dasharray="1.5 4" stroke-linecap="round"/>` },
  not_required: { colour: '--none', inner: `<path ${line} d="M5 12h14"/>` },
  unknown: { colour: '--none', inner: `<path ${line} d="M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1-1.5 2.3m0 4v.1"/>` },
  excused: { colour: '--none', inner: `<rect x="3.5" y="5.5" width="17" height="13" rx="2" ${line}/><path ${line} d="M8 12h8"/>` },
};
