/** A checkpoint being edited: read, changed, saved with the version that was read. */
import { computed, ref, shallowRef, type Ref } from 'vue';
import { api, ApiError, ok } from '@/api/client';
import type { Area } from '@/shared/map/area';
import { complain, notice } from '@/desk/ui/notice';
import { line } from '@/desk/ui/problem';
import { p } from '../parts/words';
import { postOf, readPost, type Post } from './data';
import { bodyOf, differs, draftOf, draftProblem, type Draft, type DraftForm, type DraftProblem } from './draft';
import { t } from './words';

/** Holds the draft of a post, or of a new one at a school. */
export function useDraft(school: string, first: Post | null) {
  const post = shallowRef(first);
  const form: Ref<DraftForm> = ref(withoutArea(draftOf(first)));
  // Kept whole and outside reactive depth: the map tells its own areas by identity.
  const area = shallowRef<Area | null>(first?.area ?? null);
  const draft = computed<Draft>(() => ({ ...form.value, area: area.value }));
  const changed = computed(() => differs(draft.value, draftOf(post.value)));
  const problem = ref<DraftProblem | null>(null);
  const busy = ref(false);

  function take(from: Post): void {
    post.value = from;
    form.value = withoutArea(draftOf(from));
    area.value = from.area;
    problem.value = null;
  }

  /** Saves; the post as it is now, or null if something stands against it. */
  async function save(): Promise<Post | null> {
    problem.value = draftProblem(draft.value);
    if (problem.value !== null || busy.value) return null;
    busy.value = true;
    try {
      const saved = await send();
      take(saved);
      notice(t('edit.saved', { name: saved.name }));
      return saved;
    } catch (error) {
      if (error instanceof ApiError && error.code === 'stale' && post.value !== null) {
        post.value = await readPost(post.value.id);
        complain(p('stale'));
      } else complain(line(error));
      return null;
    } finally {
      busy.value = false;
    }
  }

  async function send(): Promise<Post> {
    const body = bodyOf(draft.value);
    const held = post.value;
    if (held === null) return postOf(await ok(api.POST('/api/v1/schools/{id}/checkpoints', { params: { path: { id: school } }, body })));
    const params = { path: { id: held.id }, header: { 'If-Match': `"${held.version}"` } };
    return postOf(await ok(api.PATCH('/api/v1/checkpoints/{id}', { params, body })));
  }

  return { post, form, area, changed, problem, busy, save };
}

function withoutArea({ name, kind, fenceOnly, withOfficer, officer }: Draft): DraftForm {
  return { name, kind, fenceOnly, withOfficer, officer };
}
