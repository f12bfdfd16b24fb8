/** The organizations that one may see, for choosing among them. */
import { shallowRef } from 'vue';
import { api, ok } from '@/api/client';
import type { Organization } from './place';

/** Most that are kept in the page; a bureau has hundreds of schools, not tens of thousands. */
const MOST = 5000;

/** What is known so far, in the order of the tree. */
export const organizations = shallowRef<Organization[]>([]);

let loading: Promise<Organization[]> | null = null;

/** All of them, loaded once; `again` after something was added or moved. */
export function loadOrganizations(again = false): Promise<Organization[]> {
  if (again) loading = null;
  loading ??= everything().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** Forgets them, when somebody else signs in. */
export function forgetOrganizations(): void {
  loading = null;
  organizations.value = [];
}

async function everything(): Promise<Organization[]> {
  const found: Organization[] = [];
  let after: string | undefined;
  do {
    const query = after === undefined ? { limit: 500 } : { limit: 500, after };
    const page = await ok(api.GET('/api/v1/organizations', { params: { query } }));
    found.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined && found.length < MOST);
  return (organizations.value = found);
}

/** One of the tree with how deep it lies. */
export interface Branch {
  organization: Organization;
  depth: number;
  /** Names of what lies above, for telling two of the same name apart. */
  way: string[];
}

/** The tree as a list, parents before children. Where a parent is not to be seen, its children are roots. */
export function branches(all: Organization[]): Branch[] {
  const ids = new Set(all.map((one) => one.id));
  const below = new Map<string, Organization[]>();
  for (const one of all) {
    const parent = one.parent_id && ids.has(one.parent_id) ? one.parent_id : '';
    below.set(parent, [...(below.get(parent) ?? []), one]);
  }
  const walk = (parent: string, depth: number, way: string[]): Branch[] =>
    (below.get(parent) ?? []).flatMap((organization) => [
      { organization, depth, way },
      ...walk(organization.id, depth + 1, [...way, organization.name]),
    ]);
  return walk('', 0, []);
}

/** Those whose name or number has every word of the search. */
export function matching(all: Branch[], search: string): Branch[] {
  const parts = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return all;
  return all.filter(({ organization }) => {
    const text = `${organization.name} ${organization.external_code ?? ''}`.toLowerCase();
    return parts.every((part) => text.includes(part));
  });
}
