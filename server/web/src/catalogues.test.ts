// @vitest-environment node
/** What people read stands in the catalogues (words*.ts, words/, i18n/) and nowhere else, so that nothing is left in one language. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeTypes, type TemplateChildNode } from '@vue/compiler-dom';
import { parse } from 'vue/compiler-sfc';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = import.meta.dirname;
const CATALOGUE = /(^|\/)(words|i18n)(\/|\.ts$)/;
/** Letters of a language that are no text for readers, and why. */
const ALLOWED = [
  { file: 'shared/format.ts', why: 'how dates and durations are put together' },
  { file: 'desk/setup/parts/text.ts', why: 'how a year is put to a date' },
  { file: 'm/pages/Me.vue', why: 'the languages by their own names' },
  { file: 'desk/bureau/imports/Import.vue', why: 'the columns that the server knows' },
].map(({ file }) => file);
const HAN = /\p{Script=Han}/u;
const READ = new Set(['alt', 'aria-description', 'aria-label', 'aria-roledescription', 'empty', 'empty-hint', 'hint', 'label', 'note', 'placeholder', 'text', 'title']);

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(ts|vue)$/.test(file) && !/\.test\.ts$|\.d\.ts$|(^|\/)testing\.ts$/.test(file) && !CATALOGUE.test(file));

/** The texts of a script: strings and templates, not comments. */
function textsOf(script: string): string[] {
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) found.push(node.text);
    node.forEachChild(walk);
  };
  walk(ts.createSourceFile('x.ts', script, ts.ScriptTarget.Latest));
  return found;
}

/** Whatever a template says by itself: its texts, and the attributes that are read. */
function saidBy(nodes: readonly TemplateChildNode[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.type === NodeTypes.TEXT) return [node.content];
    if (node.type !== NodeTypes.ELEMENT) return [];
    const read = node.props.flatMap((prop) => (prop.type === NodeTypes.ATTRIBUTE && READ.has(prop.name) ? [prop.value?.content ?? ''] : []));
    return [...read, ...(node.tag === 'code' ? [] : saidBy(node.children))];
  });
}

const isText = (text: string): boolean => HAN.test(text) || /[A-Za-z]{2}/.test(text);

describe('texts stand in the catalogues', () => {
  it('looks at the pages', () => expect(files.length).toBeGreaterThan(150));

  it.each(files.filter((file) => !ALLOWED.includes(file)))('%s', (file) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    if (!file.endsWith('.vue')) {
      expect(textsOf(source).filter((text) => HAN.test(text))).toEqual([]);
      return;
    }
    const { descriptor } = parse(source);
    const script = [descriptor.script, descriptor.scriptSetup].map((block) => block?.content ?? '').join('\n');
    expect(textsOf(script).filter((text) => HAN.test(text))).toEqual([]);
    const template = descriptor.template;
    expect(saidBy(template?.ast?.children ?? []).filter(isText)).toEqual([]);
    expect((template?.content ?? '').replace(/<!--[\s\S]*?-->/g, '').match(HAN)).toBeNull();
  });
});
