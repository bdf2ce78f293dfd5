import { Location } from '@angular/common';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Arrival } from '../../core/arrival';
import type { Answers } from '../../kit/answer-form/field-definition';
import type { OpenSheet } from './open-sheet';
import { question, type Step } from './runner.rules';
import { Steps } from './steps';

/** The history of one tab, on the page of one sheet. */
class History {
  private readonly entries: unknown[] = [null];
  private at = 0;
  private told: (event: { state: unknown }) => void = () => undefined;

  path = (): string => '/me/homework';
  getState = (): unknown => this.entries[this.at];
  subscribe(told: (event: { state: unknown }) => void): { unsubscribe(): void } {
    this.told = told;
    return { unsubscribe: () => undefined };
  }
  go(_path: string, _query: string, state: unknown): void {
    this.entries.splice(++this.at, Infinity, state);
  }
  replaceState(_path: string, _query: string, state: unknown): void {
    this.entries[this.at] = state;
  }
  back(): void {
    this.at -= 1;
    this.told({ state: structuredClone(this.getState()) });
  }
}

describe('the steps through a sheet', () => {
  const pages: Step[] = [question('a'), question('b'), question('c')];
  let history: History;
  let answers: Answers;
  let left: string[];

  function steps(at: string | null = null): Steps {
    const sheet = {
      pages: signal(pages),
      written: () => ({ answers, visibility: {}, forSession: [], at }),
      leaveOffAt: (key: string) => left.push(key),
    };
    return TestBed.runInInjectionContext(() => new Steps(signal('one'), sheet as unknown as OpenSheet));
  }

  beforeEach(() => {
    history = new History();
    answers = {};
    left = [];
    vi.stubGlobal('scrollTo', () => undefined);
    TestBed.configureTestingModule({
      providers: [
        { provide: Location, useValue: history },
        { provide: Arrival, useValue: { land: () => undefined } },
      ],
    });
  });
  afterEach(() => void vi.unstubAllGlobals());

  it('lead through every question to the last look, and note where its author is', () => {
    const open = steps();
    open.start({ cameBack: false });
    expect(open.now()).toEqual({ kind: 'note' });
    open.begin();
    open.goOn();
    open.goOn();
    expect(open.now()).toEqual(question('c'));
    open.goOn();
    expect(open.now()).toEqual({ kind: 'check' });
    expect(left).toEqual(['a', 'b', 'c']);
  });

  it('start where this tab was, else at what came back, else where any device left off', () => {
    const left = steps('b');
    left.start({ cameBack: false });
    expect(left.now()).toEqual(question('b'));

    history.replaceState('', '', null);
    const back = steps('b');
    back.start({ cameBack: true });
    expect(back.now()).toEqual({ kind: 'comments' });

    history.replaceState('', '', { homework: 'one', step: question('c') });
    const again = steps('b');
    again.start({ cameBack: true });
    expect(again.now()).toEqual(question('c'));
  });

  it('go straight back to the last look from one answer, but not once its author went another way', () => {
    const open = steps();
    open.start({ cameBack: false });
    open.goTo({ kind: 'check' });
    open.change('a');
    open.goOn();
    expect(open.now()).toEqual({ kind: 'check' });

    open.change('a');
    open.back();
    expect(open.now()).toEqual({ kind: 'check' });
    open.goTo(question('a'));
    open.goOn();
    expect(open.now()).toEqual(question('b'));
  });

  it('stay inside with the back of the browser as far as they came, then leave', () => {
    const open = steps();
    open.start({ cameBack: false });
    open.begin();
    open.goOn();
    expect(open.back()).toBe(true);
    expect(open.now()).toEqual(question('a'));
    expect(open.back()).toBe(true);
    expect(open.now()).toEqual({ kind: 'note' });
    expect(open.back()).toBe(false);
  });

  it('show the beginning in place of a row that is gone, and nothing of another sheet', () => {
    answers = { a: [{ rowId: 'r1' }] };
    const open = steps();
    open.start({ cameBack: false });
    open.goTo({ kind: 'row', key: 'a', rowId: 'r1' });
    open.goTo(question('b'));
    answers = {};
    open.back();
    expect(open.now()).toEqual({ kind: 'note' });

    history.replaceState('', '', { homework: 'another', step: question('c') });
    open.goTo(question('b'));
    open.back();
    expect(open.now()).toEqual(question('b'));
  });
});
