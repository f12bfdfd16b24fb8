/** Catalogues: one per area, both languages side by side. A key that one language lacks does not compile. */

/** A tree of sentences. */
export interface Tree {
  [key: string]: string | Tree;
}

/** The same keys, whatever the sentences. */
export type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** Every way to a sentence of a tree: `'title' | 'state.open'`. */
export type Key<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Key<T[K]>}` }[keyof T & string];

/** The sentences of one area. */
export interface Area<T extends Tree = Tree> {
  name: string;
  zh: T;
  en: Same<T>;
}

/** Declares the sentences of an area. `name` is unique over the desk. */
export function area<const T extends Tree>(name: string, zh: T, en: NoInfer<Same<T>>): Area<T> {
  return { name, zh, en };
}
