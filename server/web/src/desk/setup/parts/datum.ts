/** The datum in which this person reads and types coordinates. */
import { ref, watch } from 'vue';
import { DATUMS, type Datum } from '@/shared/map/datum';

const KEY = 'huxue.datum';

function kept(): Datum {
  try {
    const text = localStorage.getItem(KEY);
    return DATUMS.find((one) => one === text) ?? 'wgs84';
  } catch {
    return 'wgs84';
  }
}

export const datum = ref<Datum>(kept());

watch(datum, (to) => {
  try {
    localStorage.setItem(KEY, to);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
});
