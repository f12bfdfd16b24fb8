/** Rises when what is kept changes its form; the worker deletes the others of this kind. */
export const CACHE = 'huxue-c-1';
