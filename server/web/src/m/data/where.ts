/** Where something is told from: the sign that it began at, else where I stand by my taps, until I say otherwise. */
import { computed, ref, watch, type ComputedRef, type WritableComputedRef } from 'vue';
import { api, ok } from '@/api/client';
import { recall } from './cache';
import { useLoad } from './load';
import { school, schools } from './me';
import { postNow, schoolNow } from './place_now';
import { items, queue } from './queue';
import type { Board } from './wire';

export interface Place {
  school: string;
  post: string;
}

export interface Where {
  /** The school: the sign's, else the one chosen, else that of my last tap, else the one looked at. */
  at: ComputedRef<string | null>;
  /** Its posts, as id and name. */
  posts: ComputedRef<[id: string, name: string][]>;
  /** The post. One that is set by hand stays. */
  post: WritableComputedRef<string | null>;
  /** Another school; a post is of one school. */
  move: (to: string) => void;
}

/** `sign` tells the place of the sign that it began at, once that is known; `kept` is a post that was said before. */
export function useWhere(sign: (() => Place | null) | null = null, kept: string | null = null): Where {
  const chosen = ref<string | null>(null);
  const current = ref(kept);
  const said = ref(kept !== null);
  const presumed = computed(() => {
    const there = schoolNow(items.value, Date.now());
    return schools.value.some((one) => one.id === there) ? there : (school.value?.id ?? null);
  });
  const at = computed(() => sign?.()?.school ?? chosen.value ?? presumed.value);
  const board = useLoad<Board | null>(() => (at.value === null ? Promise.resolve(null) : ok(api.GET('/api/v1/schools/{id}/board', { params: { path: { id: at.value } } }))), { key: () => `board.${at.value ?? ''}` });
  const posts = computed(() => [...new Map((board.data.value?.posts ?? []).map((one) => [one.checkpoint.id, one.checkpoint.name ?? '–'])).entries()]);
  const stands = computed(() => {
    if (sign !== null) return sign()?.post ?? null;
    const here = postNow(items.value, Date.now());
    return posts.value.some(([id]) => id === here) ? here : null;
  });
  watch(stands, (here) => {
    if (!said.value && here !== null) current.value = here;
  }, { immediate: true });
  // The posts of another school are not offered meanwhile, nor without a network.
  watch(at, (now) => {
    board.data.value = recall<Board>(`board.${now ?? ''}`)?.value ?? null;
    void board.reload();
  });
  void queue();
  const post = computed({
    get: () => current.value,
    set: (to) => {
      said.value = true;
      current.value = to;
    },
  });
  const move = (to: string) => {
    chosen.value = to;
    said.value = false;
    current.value = null;
  };
  return { at, posts, post, move };
}
