import { expect, it } from 'vitest';
import { navOf } from './nav';
import type { Place } from './place';

const bureau = (parent_id: string | null): Place => ({ organization: { kind: 'bureau', parent_id } as Place['organization'], above: [], rights: new Set(['manage_keys', 'read_audit'] as const) });
const shown = (place: Place) => navOf(place).map((entry) => entry.route);

it('offers what belongs to the organization at the top there alone', () => {
  expect(shown(bureau(null))).toEqual(['audit', 'jobs']);
  expect(shown(bureau('province'))).toEqual(['audit']);
});
