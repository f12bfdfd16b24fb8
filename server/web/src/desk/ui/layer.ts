/** The window that something is in: what opens over a page has to open within it, or a modal window would cover it. */
import type { InjectionKey, Ref } from 'vue';

export const layer: InjectionKey<Ref<HTMLElement | null>> = Symbol('layer');
