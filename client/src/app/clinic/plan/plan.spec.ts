import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen, within } from '@testing-library/angular';
import type { GoalDto, PlanDto } from '../../../api/types.gen';
import { Drafts } from '../../core/drafts';
import { Login } from '../../core/login';
import { PlanEditor } from './plan-editor';
import { PlanPaper } from './plan-paper';
import { PlanTab } from './plan-tab';
import { textOf, type PlanText } from './plan-text';

const measure: GoalDto['measure'] = {
  ...{ kind: 'words', baseline: 'One night', target: 'Four nights', instrumentId: null, title: '' },
  ...{ direction: 'at_most', points: null, begun: null },
};
const goal = (id: string, more: Partial<GoalDto> = {}): GoalDto => ({
  ...{ id, number: 1, since: '2026-10-01', behaviour: `Goal ${id}`, measure, achievable: '', relevance: 'It matters' },
  ...{ reviewOn: null, state: 'active', reason: '', ...more },
});
const plan = (goals: GoalDto[], more: Partial<PlanDto> = {}): PlanDto => ({
  ...{ id: 'p', version: 3, number: 1, status: 'in_force', clientId: 'm', coupleId: null, baseId: null },
  ...{ reviewOn: '2027-01-05', review: 'later', reviewDays: 90, updatedAt: '2026-10-01T10:00:00Z' },
  ...{ startedAt: '2026-10-01T10:00:00Z', startedByName: 'Dr Ellis', sharedAt: null, endedAt: null, endReason: null },
  ...{ readings: [], changes: [], answers: [] },
  content: {
    problems: [{ id: 'q', words: 'Sleep', longGoal: 'Rest', goals }],
    ...{ interventions: [], endingCriteria: 'Quiet nights', reviewOn: null, reviewWords: '' },
  },
  ...more,
});
const scaled = (points: number): Partial<GoalDto> => ({
  measure: { ...measure, kind: 'scale', instrumentId: 's', title: 'Trust', direction: 'at_least', points },
});
const may = { me: () => ({ clinic: { timeZone: 'UTC' } }), can: () => true };
const providers = [
  provideHttpClient(),
  provideHttpClientTesting(),
  provideRouter([{ path: '**', children: [] }]),
  { provide: Login, useValue: may },
];
const turn = async (): Promise<void> => {
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
};

describe('a plan on paper', () => {
  const words = async (shown: PlanDto): Promise<string> => {
    const { container } = await render(PlanPaper, { inputs: { plan: shown } });
    return container.textContent.replaceAll(/\s+/g, ' ');
  };

  const last = { total: 7, answeredOn: '2026-10-12' };
  const reading = { goalId: 'a', title: 'Trust', min: 0, max: 10, last };

  it.each([
    ['reached', 'Target reached: 7 on 12 Oct 2026'],
    ['not_yet', 'Not yet: 7 on 12 Oct 2026'],
    ['no_answer_since', 'No answer since. Before that 7 on 12 Oct 2026'],
  ] as const)('says where a goal stands by the last answer (%s)', async (state, told) => {
    const shown = await words(plan([goal('a', scaled(6))], { readings: [{ ...reading, state }] }));
    expect(shown).toContain('Trust: at least 6 points');
    expect(shown).toContain(told);
  });

  it('reads no score of a version that is over', async () => {
    const readings = [{ ...reading, state: 'not_yet' as const }];
    expect(await words(plan([goal('a', scaled(6))], { readings, status: 'superseded' }))).not.toContain('Not yet');
  });

  it('says of a goal that is met how it was seen, and measures it no more', async () => {
    const readings = [{ ...reading, state: 'reached' as const }];
    const met = await words(plan([goal('a', { ...scaled(6), state: 'met', reason: 'Six weeks' })], { readings }));
    expect(met).toMatch(/Met.*Six weeks/);
    expect(met).not.toContain('Target reached');
  });
});

describe('the plan of a chart', () => {
  async function draw(items: object[], open?: PlanDto) {
    const view = await render(PlanTab, { inputs: { id: 'm' }, providers });
    const http = TestBed.inject(HttpTestingController);
    http
      .expectOne('/api/v1/clients/m')
      .flush({ id: 'm', displayName: 'Maya K.', givenName: 'Maya', preferredName: null });
    http.expectOne('/api/v1/plans?clientId=m').flush({ items });
    await turn();
    if (open) http.expectOne(`/api/v1/plans/${open.id}`).flush(open);
    await view.fixture.whenStable();
    return http;
  }

  it('offers to begin one where there is none', async () => {
    const http = await draw([]);
    screen.getByRole('button', { name: 'Begin a plan' }).click();
    expect(http.expectOne({ method: 'POST', url: '/api/v1/plans' }).request.body).toEqual({ clientId: 'm' });
  });

  it('shows it, lets it be shown to her, and says who agreed', async () => {
    const open = plan([goal('a')]);
    const http = await draw([open], open);
    expect(screen.getByText('Version 1, in force since 1 Oct 2026')).toBeTruthy();
    expect(screen.getByText('No answer yet')).toBeTruthy();
    screen.getByRole('button', { name: 'Show it in the portal' }).click();
    const answer = {
      ...{ id: 'x', clientId: 'm', answer: 'agreed', way: 'own', comment: 'Gladly', answeredOn: '2026-10-02' },
      recordedByName: '',
    } as const;
    http.expectOne('/api/v1/plans/p/show').flush({ ...open, sharedAt: '2026-10-02T10:00:00Z', answers: [answer] });
    await turn();
    expect(screen.getByText('Shown in the portal since 2 Oct 2026.')).toBeTruthy();
    expect(screen.getByText('Agreed')).toBeTruthy();
    expect(screen.getByText('“Gladly”')).toBeTruthy();
  });

  it('leads to the draft there is, and begins no second one', async () => {
    const open = plan([goal('a')]);
    await draw([{ ...open, id: 'd', status: 'draft', number: 2, startedAt: null }, open], open);
    expect(screen.getByRole('link', { name: 'Go on writing' }).getAttribute('href')).toBe('/plans/d');
    expect(screen.queryByRole('button', { name: 'Review the plan' })).toBeNull();
  });
});

describe('a draft of a plan', () => {
  beforeAll(() => {
    // jsdom has no modal dialogs
    HTMLDialogElement.prototype.close = function (): void {
      this.open = false;
    };
  });

  async function draw(shown: PlanDto) {
    const text = signal<PlanText>(textOf(shown));
    const draft = {
      ...{ text, change: (next: PlanText) => text.set(next), flush: () => Promise.resolve(true), version: () => 3 },
      ...{ conflict: () => null, tooLate: () => null, elsewhere: () => false, restored: () => false },
      saveState: () => ({ kind: 'idle' }),
    };
    const drafts = { online: () => true, open: () => Promise.resolve(draft), close: () => Promise.resolve() };
    const view = await render(PlanEditor, {
      inputs: { plan: shown, back: '/clients/m/plan' },
      providers: [...providers, { provide: Drafts, useValue: drafts }],
    });
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/v1/plans/p/scales').flush({
      items: [{ instrumentId: 's', title: 'Trust', min: 0, max: 10, last: { total: 4, answeredOn: '2026-10-12' } }],
    });
    await turn();
    await view.fixture.whenStable();
    return { text, http };
  }
  const put = (box: HTMLElement, value: string): void => {
    (box as HTMLInputElement).value = value;
    box.dispatchEvent(new Event('input'));
  };

  it('begins with an empty problem and goal, and takes what is written', async () => {
    const { text } = await draw(plan([], { status: 'draft', content: { ...plan([]).content, problems: [] } }));
    put(screen.getByLabelText('What the problem is'), 'Silence');
    const fields = within(screen.getByRole('group', { name: 'New goal' }));
    put(fields.getByLabelText('What they will do'), 'Talks');
    expect(text().problems).toMatchObject([{ words: 'Silence', goals: [{ behaviour: 'Talks', state: 'active' }] }]);
  });

  it('measures by a scale of the chart, and shows its last answer', async () => {
    const { text } = await draw(plan([goal('a', { ...scaled(6), number: null })], { status: 'draft' }));
    expect(screen.getByText('Last answer: 4 on 12 Oct 2026, from 0 to 10.')).toBeTruthy();
    put(screen.getByLabelText('Points'), '8');
    expect(text().problems[0]!.goals[0]!.measure).toMatchObject({ kind: 'scale', instrumentId: 's', points: 8 });
  });

  it('asks at a review what became of each goal, and takes none of them out', async () => {
    const { text } = await draw(plan([goal('a')], { status: 'draft', baseId: 'o', number: 2 }));
    const fields = within(screen.getByRole('group', { name: 'Goal 1' }));
    expect(fields.queryByRole('button', { name: 'Take this goal out' })).toBeNull();
    fields.getByRole('radio', { name: 'Dropped' }).click();
    TestBed.tick();
    put(fields.getByLabelText('Why'), 'They moved');
    expect(text().problems[0]!.goals[0]).toMatchObject({ state: 'dropped', reason: 'They moved' });
  });

  it('says at its place what the server found missing', async () => {
    const { http } = await draw(plan([goal('a', { number: null })], { status: 'draft' }));
    screen.getAllByRole('button', { name: 'Put in force', hidden: true }).at(-1)!.click();
    await turn();
    const errors = [{ path: 'problems[0].goals[0].behaviour', code: 'required', message: '' }];
    http
      .expectOne('/api/v1/plans/p/start')
      .flush({ status: 400, code: 'invalid', title: '', errors }, { status: 400, statusText: 'Bad Request' });
    await turn();
    await turn();
    expect(screen.getByLabelText('What they will do').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('link', { name: 'Say what they will do.' }).getAttribute('href')).toBe(
      `#${screen.getByLabelText('What they will do').id}`,
    );
  });
});
