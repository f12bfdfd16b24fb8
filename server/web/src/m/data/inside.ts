/** A path of this app from a query, or the first page: a link must not lead away to another site after the sign-in. */
export function inside(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/';
}
