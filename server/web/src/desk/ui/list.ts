/** The rows of a `DataList`: read in parts, searched, sorted, exported. */
import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { ApiError } from '@/api/client';
import { signInAgain } from '@/desk/shell/again';
import type { Cell } from './csv';

/** A part of a list, as the API answers it. */
export interface Part<T> {
  items: T[];
  next?: string | null;
}

export interface Column<T> {
  key: string;
  /** In the language of the moment. */
  label: string;
  /** What stands in the cell, and in the exported table. A slot `cell-KEY` draws it otherwise. */
  value: (row: T) => Cell;
  /** What to sort by; not sortable without. */
  sort?: (row: T) => string | number;
  /** Numbers stand at the right, in columns. */
  number?: boolean;
  /** Short: it stands on one line. */
  whole?: boolean;
  /** A CSS width. */
  width?: string;
  /** Buttons: its label is only read out, and it is not exported. */
  tool?: boolean;
  /** Left out of the table on narrow screens; still exported. */
  wideOnly?: boolean;
}

export interface Rows<T> {
  all: ShallowRef<T[]>;
  shown: ComputedRef<T[]>;
  loading: Ref<boolean>;
  more: ComputedRef<boolean>;
  error: ShallowRef<unknown>;
  first: () => Promise<void>;
  next: () => Promise<void>;
  /** Reads all that is left, or up to so many rows, while that is wanted. */
  rest: (most?: number, wanted?: () => boolean) => Promise<T[]>;
}

/** How a list is sorted: a column's key, with `-` before it for the largest first. */
export function sorted<T>(rows: T[], columns: Column<T>[], by: string): T[] {
  const down = by.startsWith('-');
  const of = columns.find((column) => column.key === by.replace(/^-/, ''))?.sort;
  if (of === undefined) return rows;
  const compare = (a: T, b: T) => {
    const [x, y] = [of(a), of(b)];
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'zh-CN', { numeric: true });
    return down ? -order : order;
  };
  return [...rows].sort(compare);
}

/** Whether a text has every word of a search, in any order, whichever case either is written in. */
export function matches(text: string, search: string): boolean {
  const low = text.toLowerCase();
  return search.trim().toLowerCase().split(/\s+/).every((part) => low.includes(part));
}

/** The rows that have every word of the search in one of their cells. */
export function found<T>(rows: T[], columns: Column<T>[], search: string): T[] {
  return search.trim() === '' ? rows : rows.filter((row) => matches(columns.map((column) => String(column.value(row) ?? '')).join(' '), search));
}

/** Reads a list in parts, anew whenever `on` changes. */
export function useRows<T>(read: (after?: string) => Promise<Part<T>>, on: () => unknown, arrange: (rows: T[]) => T[]): Rows<T> {
  const all = shallowRef<T[]>([]);
  const loading = ref(true);
  const error = shallowRef<unknown>(null);
  const cursor = ref<string | null>(null);
  let question = 0;

  async function part(after?: string): Promise<void> {
    const mine = ++question;
    loading.value = true;
    try {
      const answer = await read(after);
      if (mine !== question) return;
      all.value = after === undefined ? answer.items : [...all.value, ...answer.items];
      cursor.value = answer.next ?? null;
      error.value = null;
    } catch (problem) {
      if (mine !== question) return;
      error.value = problem;
      if (problem instanceof ApiError && problem.status === 401) signInAgain();
    }
    loading.value = false;
  }

  const next = async () => {
    if (cursor.value !== null) await part(cursor.value);
  };
  const rest = async (most = Infinity, wanted = () => true) => {
    while (cursor.value !== null && error.value === null && all.value.length < most && wanted()) await next();
    return all.value;
  };
  // What is known already takes the place of the rows, which keep the focus; what has to be asked for leaves none of the old ones in sight.
  watch(on, () => {
    void part();
    const mine = question;
    setTimeout(() => mine === question && loading.value && (all.value = []));
  });
  void part();
  return { all, shown: computed(() => arrange(all.value)), loading, more: computed(() => cursor.value !== null), error, first: () => part(), next, rest };
}
