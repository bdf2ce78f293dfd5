import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { pressureIn } from '../src/library/pressure.rules.js';

const APP = new URL('../../client/src/app/', import.meta.url);

/** The words of a screen: a template without its markup and control flow, or the marked texts of a source. */
function wordsOf(file: string): string {
  const text = readFileSync(new URL(file, APP), 'utf8');
  const marked = [...text.matchAll(/\$localize`([^`]*)`|>([^<>@{}`]+)</g)].map(([, said, shown]) => said ?? shown);
  const words = file.endsWith('.ts')
    ? marked.join(' · ')
    : text.replaceAll(/@\w+ ?\([^{]*\{|\{\{.*?\}\}|<[^>]*>/g, ' ');
  return words.replaceAll(/\s+/g, ' ');
}

const below = (folder: string): string[] =>
  readdirSync(new URL(folder, APP), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:html|ts)$/.test(name) && !name.endsWith('.spec.ts'))
    .map((name) => `${folder}${name}`);

const OWN_PAGES = ['portal/plan/', 'portal/wins/', 'portal/journal/'];

describe('the pages of a person’s own', () => {
  it('hurry nobody, shame nobody and keep no score', () => {
    const found = OWN_PAGES.flatMap(below).flatMap((file) =>
      pressureIn(wordsOf(file)).map(({ quote }) => [file, quote]),
    );
    expect(OWN_PAGES.flatMap(below).length).toBeGreaterThan(10);
    expect(found).toEqual([]);
  });

  it('and those of the staff nowhere call staying a success or going a failure', () => {
    const verdict =
      /\b(?:success\w*|saved|won|fail\w*|lost|broken)\b[^.<>]{0,50}\b(?:together|stay\w*|marriage|relationship|separat\w*)\b|\b(?:together|stay\w*|separat\w*)\b[^.<>]{0,30}\b(?:success\w*|fail\w*)\b/i;
    const pages = [...OWN_PAGES, 'clinic/client/journal/', 'people/', 'admin/board/'].flatMap(below);
    expect(pages.filter((file) => verdict.test(wordsOf(file)))).toEqual([]);
  });
});
