/** Whether the API said something here: what it leaves out and what it answers as null mean the same. */
export function there<T>(value: T): value is NonNullable<T> {
  return value !== null && value !== undefined;
}
