/** Something that is done again and again while the page is looked at. */
import { onScopeDispose } from 'vue';

/** Does it each so many milliseconds, unless the page is hidden or it is not wanted now; ends with the component. */
export function repeat(each: number, does: () => unknown, wanted: () => boolean = () => true): void {
  const timer = setInterval(() => {
    if (!document.hidden && wanted()) does();
  }, each);
  onScopeDispose(() => clearInterval(timer));
}
