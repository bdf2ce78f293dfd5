import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Drafts } from '../core/drafts';
import { keptWords } from './kept-words';

const PAUSE = 300;
const BLANK = { what: '', why: '', until: 'Monday' };

/** One browser: it outlives every page of a test, and says what was left there when it is told to. */
function browserWith(left: unknown = null) {
  const browser = { left };
  const asked: (() => void)[] = [];
  const drafts = {
    kept: () => new Promise((tell) => asked.push(() => tell(structuredClone(browser.left)))),
    keep: (_: string, words: unknown) => {
      browser.left = structuredClone(words);
      return Promise.resolve();
    },
  };
  const answer = async () => {
    for (const tell of asked.splice(0)) tell();
    await vi.advanceTimersByTimeAsync(0);
  };
  TestBed.configureTestingModule({ providers: [{ provide: Drafts, useValue: drafts }] });
  return { browser, answer };
}

function open<T>(start: () => T) {
  const kept = TestBed.runInInjectionContext(() => keptWords(() => 'form', start));
  TestBed.tick();
  return kept;
}

const pause = async () => {
  TestBed.tick();
  await vi.advanceTimersByTimeAsync(PAUSE);
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('brings back what was left, and says so', async () => {
  const left = { ...BLANK, what: 'Bills' };
  const { answer } = browserWith(left);
  const kept = open(() => BLANK);
  expect(kept.words()).toEqual(BLANK);
  await answer();
  expect(kept.words()).toEqual(left);
  expect(kept.cameBack()).toBe(true);
});

it('loses neither what is written before that nor what was left', async () => {
  const { answer, browser } = browserWith({ ...BLANK, what: 'Bills', until: 'Friday' });
  const kept = open(() => BLANK);
  kept.words.update((words) => ({ ...words, why: 'Rest' }));
  await answer();
  expect(kept.words()).toEqual({ what: 'Bills', why: 'Rest', until: 'Friday' });
  await pause();
  expect(browser.left).toEqual(kept.words());
});

it('takes the newer of two texts', async () => {
  const { answer } = browserWith('Earlier');
  const kept = open(() => '');
  kept.words.set('Now');
  await answer();
  expect(kept.words()).toBe('Now');
  expect(kept.cameBack()).toBe(false);
});

it('stands at its start until somebody writes, and keeps nothing of it', async () => {
  const { answer, browser } = browserWith();
  const start = signal(BLANK);
  const kept = open(start);
  await answer();
  start.set({ ...BLANK, why: 'As agreed' });
  expect(kept.words().why).toBe('As agreed');
  await pause();
  expect(browser.left).toBeNull();

  kept.words.update((words) => ({ ...words, why: 'As talked over' }));
  start.set(BLANK);
  expect(kept.words().why).toBe('As talked over');
  await pause();
  expect(browser.left).toMatchObject({ why: 'As talked over' });
});

it('forgets for good, also what had not been found yet', async () => {
  const { answer, browser } = browserWith('Earlier');
  const kept = open(() => '');
  kept.words.set('Sent');
  await kept.forget();
  await answer();
  await pause();
  expect(kept.words()).toBe('');
  expect(browser.left).toBeNull();
});

it('keeps the last words of a page that is left before the pause is over', () => {
  const { browser } = browserWith();
  open(() => '').words.set('Half a sent');
  TestBed.resetTestingModule();
  expect(browser.left).toBe('Half a sent');
});
