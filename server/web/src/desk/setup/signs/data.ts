/** Signs of a school and the pages that print them. */
import { api, ok } from '@/api/client';
import type { components } from '@/api/schema';
import { readPosts, type Post } from '../places/data';

export type Sign = components['schemas']['SignBody'];
export interface PostSigns { post: Post; current: Sign | null; all: Sign[] }
export type Layout = 'page' | 'four_up';
export type SignLang = 'zh' | 'en';

/** How many are asked at a time; a school has some dozen posts. */
const AT_ONCE = 6;

/** The posts of a school with their signs, in the school's order. */
export async function readSigns(school: string): Promise<PostSigns[]> {
  const posts = await readPosts(school);
  const found: PostSigns[] = [];
  for (let start = 0; start < posts.length; start += AT_ONCE) {
    found.push(...(await Promise.all(posts.slice(start, start + AT_ONCE).map(signsOf))));
  }
  return found;
}

async function signsOf(post: Post): Promise<PostSigns> {
  const page = await ok(api.GET('/api/v1/checkpoints/{id}/signs', { params: { path: { id: post.id } } }));
  const all: Sign[] = page.items;
  return { post, all, current: all.find((sign) => !sign.revoked_at) ?? null };
}

/** The page that prints one post's sign, or all of a school, to look at. */
export const signPage = (school: string, checkpoint: string | null, layout: Layout, lang: SignLang): Promise<string> => pageOf(school, checkpoint, { layout, lang, preview: true });

/** Has it kept that the page which is shown was printed. */
export async function markPrinted(school: string, checkpoint: string | null, layout: Layout, lang: SignLang): Promise<void> {
  await pageOf(school, checkpoint, { layout, lang });
}

async function pageOf(school: string, checkpoint: string | null, query: { layout: Layout; lang: SignLang; preview?: boolean }): Promise<string> {
  return checkpoint === null
    ? await ok(api.GET('/api/v1/schools/{id}/signs.html', { params: { path: { id: school }, query }, parseAs: 'text' }))
    : await ok(api.GET('/api/v1/checkpoints/{id}/sign.html', { params: { path: { id: checkpoint }, query }, parseAs: 'text' }));
}

/** A sign's picture, for documents. */
export async function signPicture(checkpoint: string, kind: 'png' | 'svg', lang: SignLang): Promise<Blob> {
  const path = { id: checkpoint };
  const call = kind === 'png'
    ? api.GET('/api/v1/checkpoints/{id}/sign.png', { params: { path }, parseAs: 'blob' })
    : api.GET('/api/v1/checkpoints/{id}/sign.svg', { params: { path, query: { lang } }, parseAs: 'blob' });
  return (await ok<unknown>(call)) as Blob;
}
