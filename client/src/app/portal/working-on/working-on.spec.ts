import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { render, screen, within } from '@testing-library/angular';
import type { OwnPlanDto } from '../../../api/types.gen';
import { WorkingOn } from './working-on';

const plan = (id: string, more: Partial<OwnPlanDto> = {}): OwnPlanDto => ({
  ...{ id, joint: false, status: 'in_force', startedAt: '2026-10-01T10:00:00Z', endedAt: null, mine: null },
  content: {
    problems: [{ id: 'q', words: 'Sleep', longGoal: 'Rest', goals: [] }],
    ...{ interventions: [], endingCriteria: 'Quiet nights', reviewOn: '2027-01-05', reviewWords: '' },
  },
  ...more,
});
const answered = (answer: 'agreed' | 'disagreed', comment: string | null): OwnPlanDto['mine'] => ({
  ...{ id: 'x', clientId: 'm', answer, way: 'own', comment, answeredOn: '2026-10-02', recordedByName: '' },
});

async function draw(items: OwnPlanDto[]) {
  const view = await render(WorkingOn, {
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  const http = TestBed.inject(HttpTestingController);
  http.expectOne('/api/v1/own-plans').flush({ items });
  await view.fixture.whenStable();
  const turn = async (): Promise<void> => {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  };
  return { http, turn };
}

it('says that there is nothing to read before anything was shown', async () => {
  await draw([]);
  expect(screen.getByText(/^There is nothing to read here yet\./)).toBeTruthy();
});

it('shows of each kind the newest, and who reads it', async () => {
  await draw([plan('new'), plan('joint', { joint: true }), plan('old', { status: 'superseded' })]);
  const own = screen.getByRole('article', { name: 'On your own' });
  expect(own.textContent).toContain('Your partner does not learn of it.');
  expect(screen.getByRole('article', { name: 'The two of you' }).textContent).toContain('your partner does not read');
  expect(screen.getAllByRole('article')).toHaveLength(2);
});

it('takes a yes by her own act', async () => {
  const { http, turn } = await draw([plan('p')]);
  screen.getByRole('button', { name: 'Yes, I agree to this plan' }).click();
  const sent = http.expectOne('/api/v1/plans/p/answer');
  expect(sent.request.body).toEqual({ answer: 'agreed' });
  sent.flush(plan('p', { mine: answered('agreed', null) }));
  await turn();
  expect(screen.getByRole('status').textContent).toContain('You agreed to it on 2 October 2026.');
  expect(screen.queryByRole('button', { name: 'Yes, I agree to this plan' })).toBeNull();
});

it('takes what is not right in her words, and none without words', async () => {
  const { http, turn } = await draw([plan('p')]);
  screen.getByRole('button', { name: 'Something is not right' }).click();
  TestBed.tick();
  const form = within(screen.getByRole('article'));
  form.getByRole('button', { name: 'Tell my therapist' }).click();
  await turn();
  http.expectNone('/api/v1/plans/p/answer');
  const box = form.getByLabelText<HTMLTextAreaElement>('What is not right?');
  box.value = 'Not every day.';
  box.dispatchEvent(new Event('input'));
  form.getByRole('button', { name: 'Tell my therapist' }).click();
  const sent = http.expectOne('/api/v1/plans/p/answer');
  expect(sent.request.body).toEqual({ answer: 'disagreed', comment: 'Not every day.' });
  sent.flush(plan('p', { mine: answered('disagreed', 'Not every day.') }));
  await turn();
  expect(screen.getByRole('status').textContent).toContain('Not every day.');
});

it('takes no word to a plan that is over', async () => {
  await draw([plan('p', { status: 'ended' })]);
  expect(screen.queryByRole('button')).toBeNull();
});
