/** Filters that stand in the address, so that a view can be sent to somebody, reloaded and gone back to. */
import { computed, type WritableComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** One filter. What equals `unset` is not written. Changing it replaces the address, so that "back" leaves the page. */
export function useQuery(name: string, unset = ''): WritableComputedRef<string> {
  const route = useRoute();
  const router = useRouter();
  return computed({
    get: () => {
      const value = route.query[name];
      return typeof value === 'string' ? value : unset;
    },
    set: (value) => {
      // From the router: several filters may change before the page is drawn anew.
      const query = { ...pending(router.currentRoute.value.query), [name]: value === unset ? undefined : value };
      waiting = query;
      void router.replace({ query }).finally(() => (waiting = null));
    },
  });
}

type Query = Record<string, string | undefined | null | (string | null)[]>;

let waiting: Query | null = null;

const pending = (shown: Query): Query => waiting ?? shown;
